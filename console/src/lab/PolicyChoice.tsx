import { useId } from 'preact/hooks'
import { type Choice, NOBODY, OWN } from './choice'
import { PolicyEditor } from './PolicyEditor'
import { namesIn } from './policy'
import { lab } from './words'

interface Props {
  of: Choice
  label: string
  /** What stands for choosing none. */
  nobody?: string
  /** What the engine found wrong with it. */
  refused?: string | null
}

export function PolicyChoice({ of, label, nobody, refused = null }: Props) {
  const t = lab.value
  const hint = useId()
  return (
    <div class="stack policy-choice">
      <label class="field">
        <span>{label}</span>
        <select
          value={of.which.value}
          aria-describedby={refused ? hint : undefined}
          aria-invalid={refused !== null}
          onChange={(event) => {
            of.which.value = event.currentTarget.value
          }}
        >
          {nobody && <option value={NOBODY}>{nobody}</option>}
          {of.known.map((it, i) => (
            <option key={`${it.version} ${it.numbers}`} value={String(i)}>
              {it.live ? t.choose.live(it.version) : it.version}
            </option>
          ))}
          <option value={OWN}>{t.choose.own}</option>
        </select>
      </label>
      {refused !== null && (
        <p id={hint} class="fault" role="alert">
          {refused}
        </p>
      )}
      {of.which.value === OWN && <PolicyEditor of={of} refused={namesIn(refused ?? '')} />}
    </div>
  )
}
