import { useId } from 'preact/hooks'
import { count } from '../words/format'
import type { Choice } from './choice'
import { PolicyText } from './PolicyText'
import {
  boundsOf,
  differences,
  draftOf,
  GROUPS,
  type Group,
  METHODS,
  type Method,
  merged,
  type NumberName,
  numbersOf,
  unitOf,
} from './policy'
import { lab } from './words'

interface Props {
  of: Choice
  /** The names that the engine has refused. */
  refused: readonly string[]
}

/** The numbers of a policy of one's own. */
export function PolicyEditor({ of, refused }: Props) {
  const t = lab.value.choose
  const draft = of.draft.value
  const base = numbersOf(of.base.value.numbers)
  const changed = differences(base, merged(draft, base)).length
  return (
    <div class="policy-editor stack">
      <div class="beside">
        <label class="field">
          <span>{t.basedOn}</span>
          <select
            value={of.base.value.version}
            onChange={(event) => {
              const next = of.known.find((it) => it.version === event.currentTarget.value)
              if (next) of.draft.value = rebased(of, numbersOf(next.numbers))
            }}
          >
            {of.known.map((it) => (
              <option key={it.numbers} value={it.version}>
                {it.version}
              </option>
            ))}
          </select>
        </label>
        <Version of={of} refused={refused.includes('version')} />
        <label class="field">
          <span>{t.method}</span>
          <select
            value={draft.method}
            onChange={(event) => {
              of.draft.value = { ...draft, method: event.currentTarget.value as Method }
            }}
          >
            {METHODS.map((it) => (
              <option key={it} value={it}>
                {it} · {lab.value.methods[it]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="groups">
        {(Object.keys(GROUPS) as Group[]).map((group) => (
          <fieldset key={group}>
            <legend>{lab.value.groups[group]}</legend>
            {(Object.keys(GROUPS[group]) as NumberName[]).map((name) => (
              <NumberField
                key={name}
                of={of}
                name={name}
                base={base[name]}
                refused={refused.includes(name)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div class="title">
        <span class="quiet">{t.changed(changed)}</span>
        {changed > 0 && (
          <button
            type="button"
            class="link"
            onClick={() => {
              of.draft.value = draftOf(base)
            }}
          >
            {t.reset}
          </button>
        )}
      </div>
      <PolicyText of={of} />
    </div>
  )
}

/** What was typed stays. */
const rebased = (of: Choice, base: ReturnType<typeof numbersOf>) => ({
  ...draftOf(base),
  version: of.draft.peek().version,
  typed: of.draft.peek().typed,
})

function Version({ of, refused }: { of: Choice; refused: boolean }) {
  const t = lab.value.choose
  const fault = of.faults.value.version
  const hint = useId()
  return (
    <label class="field">
      <span>{t.version}</span>
      <input
        value={of.draft.value.version}
        maxLength={64}
        aria-invalid={refused || fault !== undefined}
        aria-describedby={hint}
        onInput={(event) => {
          of.draft.value = { ...of.draft.value, version: event.currentTarget.value.trim() }
        }}
      />
      <small id={hint} class={fault ? 'fault' : 'quiet'}>
        {fault ? t.faults[fault] : t.versionHint}
      </small>
    </label>
  )
}

interface NumberProps {
  of: Choice
  name: NumberName
  base: number
  refused: boolean
}

function NumberField({ of, name, base, refused }: NumberProps) {
  const t = lab.value
  const typed = of.draft.value.typed[name]
  const fault = of.faults.value[name]
  const differs = typed !== undefined && typed.trim() !== String(base)
  const hint = useId()
  const { least, most } = boundsOf(name)
  function type(text: string) {
    const { [name]: _, ...others } = of.draft.value.typed
    const kept = text === String(base) ? others : { ...others, [name]: text }
    of.draft.value = { ...of.draft.value, typed: kept }
  }
  return (
    <label class={differs ? 'number-field changed' : 'number-field'} title={t.meanings[name]}>
      <span>{t.numbers[name]}</span>
      <span class="with-unit">
        <input
          inputMode="numeric"
          value={typed ?? String(base)}
          aria-invalid={refused || fault !== undefined}
          aria-describedby={hint}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <span class="unit">{t.short[unitOf(name)]}</span>
      </span>
      <small id={hint} class={fault ? 'fault' : 'quiet'}>
        <span class="visually-hidden">{t.meanings[name]} </span>
        {fault
          ? `${t.choose.faults[fault]} ${fault === 'range' ? t.choose.between(count(least), count(most)) : ''}`
          : differs && t.choose.was(count(base))}
      </small>
    </label>
  )
}
