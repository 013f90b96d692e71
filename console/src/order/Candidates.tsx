import type { Candidate, Decision } from '../api/types'
import { nameOf } from '../live/names'
import { CourierLink } from '../ui/Ids'
import { clockTime, decimal, plain } from '../words/format'
import { named, words } from '../words/words'
import { pieces, scaleOf } from './bars'

interface Props {
  decision: Decision
  /** Gives the order to somebody, if that is possible now. */
  move?: ((courierId: string) => void) | undefined
}

/** Everybody who was considered: what each would have cost, term by term, or why they could not. */
export function Candidates({ decision, move }: Props) {
  const t = words.value.dispatch
  const terms = decision.terms.filter((term) =>
    decision.candidates.some((it) => Math.abs(it.terms?.[term] ?? 0) >= 0.05),
  )
  const sorted = decision.candidates.toSorted(byTotal)
  const scale = scaleOf(sorted.map((it) => pieces(it, terms)))
  if (sorted.length === 0) return null
  return (
    <figure class="candidates">
      <ul class="legend" aria-hidden="true">
        {terms.map((term) => (
          <li key={term} class={hue(decision.terms, term)}>
            {named(t.terms, term)}
          </li>
        ))}
      </ul>
      <ol>
        {sorted.map((candidate, i) => (
          <li
            key={candidate.courierId ?? i}
            class={candidate.courierId === decision.courierId ? 'chosen' : ''}
          >
            <Name candidate={candidate} chosen={candidate.courierId === decision.courierId} />
            {candidate.terms ? (
              <Bar candidate={candidate} terms={terms} all={decision.terms} scale={scale} />
            ) : (
              <span class="verdict quiet">{named(t.verdicts, candidate.verdict)}</span>
            )}
            <span class="total">{candidate.total !== null && decimal(candidate.total, 0)}</span>
            {move && candidate.courierId && <MoveTo id={candidate.courierId} move={move} />}
            {candidate.why && candidate.courierId !== decision.courierId && (
              <p class="why quiet small">{plain(candidate.why, nameOf)}</p>
            )}
          </li>
        ))}
      </ol>
      <figcaption class="quiet small">{t.costHint}</figcaption>
    </figure>
  )
}

function MoveTo({ id, move }: { id: string; move: (courierId: string) => void }) {
  const t = words.value.move
  return (
    <button
      type="button"
      class="link small"
      aria-label={`${t.here} ${nameOf(id)}`}
      onClick={() => move(id)}
    >
      {t.action}
    </button>
  )
}

const byTotal = (a: Candidate, b: Candidate) => (a.total ?? Infinity) - (b.total ?? Infinity)

/** A term has the same colour in every picture. */
const hue = (all: readonly string[], term: string) => `hue-${(all.indexOf(term) % 9) + 1}`

function Name({ candidate, chosen }: { candidate: Candidate; chosen: boolean }) {
  const t = words.value.dispatch
  return (
    <span class="name">
      {candidate.courierId && <CourierLink id={candidate.courierId} />}
      <span class="quiet small">
        {chosen && `${t.chosen} · `}
        {candidate.doorAt && `${t.door} ${clockTime(candidate.doorAt)}`}
      </span>
    </span>
  )
}

interface BarProps {
  candidate: Candidate
  terms: readonly string[]
  all: readonly string[]
  scale: { low: number; high: number }
}

const WIDTH = 1000

function Bar({ candidate, terms, all, scale }: BarProps) {
  const t = words.value.dispatch
  const x = (cost: number) => ((cost - scale.low) / (scale.high - scale.low)) * WIDTH
  const parts = pieces(candidate, terms)
  const said = parts.map((it) => `${named(t.terms, it.term)} ${decimal(it.value, 0)}`).join(', ')
  return (
    <svg
      class="bar"
      viewBox={`0 0 ${WIDTH} 20`}
      preserveAspectRatio="none"
      role="img"
      aria-label={said}
    >
      {parts.map((it) => (
        <rect
          key={it.term}
          class={hue(all, it.term)}
          x={x(it.from)}
          width={Math.max(x(it.to) - x(it.from) - 2, 1)}
          height={20}
        >
          <title>{`${named(t.terms, it.term)}: ${decimal(it.value)}`}</title>
        </rect>
      ))}
      <line x1={x(0)} x2={x(0)} y2={20} />
    </svg>
  )
}
