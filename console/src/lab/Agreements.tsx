import { Card } from '../ui/Card'
import { count, decimal } from '../words/format'
import { type Agreement, agreementOf } from './score'
import type { Score, Shadow } from './types'
import { lab } from './words'

const PARTS: readonly [
  keyof Agreement,
  'sameCourier' | 'otherCourier' | 'onlyLive' | 'onlyCandidate' | 'neither',
][] = [
  ['same', 'sameCourier'],
  ['other', 'otherCourier'],
  ['onlyLive', 'onlyLive'],
  ['onlyCandidate', 'onlyCandidate'],
  ['neither', 'neither'],
]

/** How much was compared, and how often the two agree. */
export function Agreements({ shadow }: { shadow: Shadow }) {
  const t = lab.value.shadow
  return (
    <Card title={t.who}>
      <table class="table agreements">
        <thead>
          <tr>
            <td />
            <th scope="col" class="number">
              {t.total}
            </th>
            <th scope="col" class="number">
              {t.lastHour}
            </th>
          </tr>
        </thead>
        <tbody>
          <Counted name={t.rounds} of={(it) => it.rounds} shadow={shadow} />
          <Counted name={t.skipped} hint={t.skippedHint} of={(it) => it.skipped} shadow={shadow} />
          <Counted name={t.failed} hint={t.failedHint} of={(it) => it.failed} shadow={shadow} />
          <Counted name={t.orders} hint={t.ordersHint} of={(it) => it.orders} shadow={shadow} />
          {PARTS.map(([part, word], i) => (
            <tr key={part} class={i === 0 ? 'apart' : ''}>
              <th scope="row">
                <span class={`swatch hue-${i + 1}`} aria-hidden="true" />
                {t[word]}
              </th>
              <td class="number">{share(shadow.total, part)}</td>
              <td class="number">{share(shadow.lastHour, part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Bar score={shadow.total} />
    </Card>
  )
}

interface CountedProps {
  name: string
  hint?: string
  of: (score: Score) => number
  shadow: Shadow
}

function Counted({ name, hint, of, shadow }: CountedProps) {
  return (
    <tr>
      <th scope="row">
        <span class="term">{name}</span>
        {hint && <span class="meaning">{hint}</span>}
      </th>
      <td class="number score-count">{count(of(shadow.total))}</td>
      <td class="number">{count(of(shadow.lastHour))}</td>
    </tr>
  )
}

function share(score: Score, part: keyof Agreement) {
  const agreement = agreementOf(score)
  return agreement ? `${decimal(agreement[part] * 100)} %` : '–'
}

function Bar({ score }: { score: Score }) {
  const agreement = agreementOf(score)
  if (!agreement) return null
  let from = 0
  return (
    <svg class="share-bar" aria-hidden="true">
      {PARTS.map(([part], i) => {
        const x = from
        from += agreement[part]
        return (
          <rect
            key={part}
            class={`hue-${i + 1}`}
            x={`${x * 100}%`}
            width={`${agreement[part] * 100}%`}
            height="100%"
          />
        )
      })}
    </svg>
  )
}
