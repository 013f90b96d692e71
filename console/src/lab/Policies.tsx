import { useSignal } from '@preact/signals'
import { Card } from '../ui/Card'
import { brief, count, dayTime } from '../words/format'
import { Differences } from './Differences'
import { numbersOf } from './policy'
import type { KnownPolicies, KnownPolicy, PolicyChange } from './types'
import { lab } from './words'

/** Which policies there are, in what two of them differ, and what was decided about them. */
export function Policies({ known }: { known: KnownPolicies }) {
  return (
    <div class="columns">
      <div class="column">
        <Known policies={known.policies} />
        <Compare policies={known.policies} />
      </div>
      <Decided changes={known.changes} />
    </div>
  )
}

function Known({ policies }: { policies: readonly KnownPolicy[] }) {
  const t = lab.value
  return (
    <Card title={t.policies}>
      <ul class="known">
        {policies.map((it) => (
          <li key={`${it.version} ${it.numbers}`}>
            <code>{it.version}</code>
            <span class="badges">
              {it.live && <span class="badge good">{t.live}</span>}
              {it.inShadow && <span class="badge">{t.inShadow}</span>}
            </span>
            <span class="quiet small">
              {it.live && (it.liveSince ? t.liveSince(dayTime(it.liveSince)) : t.startedWith)}
              {!it.live && (it.name ? t.named : t.tried)}
            </span>
            <span class="quiet small method">{t.methods[numbersOf(it.numbers).method]}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Compare({ policies }: { policies: readonly KnownPolicy[] }) {
  const t = lab.value
  const live = Math.max(
    0,
    policies.findIndex((it) => it.live),
  )
  const other = policies.findIndex((it) => it.inShadow)
  const first = useSignal(live)
  const second = useSignal(other >= 0 && other !== live ? other : (live + 2) % policies.length)
  const [one, two] = [policies[first.value], policies[second.value]]
  return (
    <Card title={t.compare}>
      <div class="stack">
        <div class="beside">
          <Pick label={t.compare} of={first} policies={policies} />
          <Pick label={t.compareWith} of={second} policies={policies} />
        </div>
        {one && two && (
          <Differences first={numbersOf(one.numbers)} second={numbersOf(two.numbers)} />
        )}
      </div>
    </Card>
  )
}

interface PickProps {
  label: string
  of: { value: number }
  policies: readonly KnownPolicy[]
}

function Pick({ label, of, policies }: PickProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        value={String(of.value)}
        onChange={(event) => {
          of.value = Number(event.currentTarget.value)
        }}
      >
        {policies.map((it, i) => (
          <option key={`${it.version} ${it.numbers}`} value={String(i)}>
            {it.live ? lab.value.choose.live(it.version) : it.version}
          </option>
        ))}
      </select>
    </label>
  )
}

function Decided({ changes }: { changes: readonly PolicyChange[] }) {
  const t = lab.value
  if (changes.length === 0) {
    return (
      <Card title={t.history}>
        <p class="empty">{t.noHistory}</p>
      </Card>
    )
  }
  return (
    <Card title={t.history}>
      <ol class="decided">
        {changes.toReversed().map((it) => (
          <li key={`${it.shadowId} ${it.kind}`}>
            <time class="quiet small" dateTime={it.at}>
              {dayTime(it.at)}
            </time>
            <div>
              <p>
                <strong>{t.changes[it.kind]}</strong> <code>{it.version}</code>
                {it.formerVersion && <span class="quiet small"> {t.before(it.formerVersion)}</span>}
              </p>
              <p>{it.reason}</p>
              <p class="quiet small">
                {t.by(brief(it.by))}
                {it.score && ` · ${t.scoredOver(count(it.score.rounds))}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
