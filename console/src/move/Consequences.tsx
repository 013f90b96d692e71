import type { WhatIf } from '../api/types'
import { nameOf } from '../live/names'
import { Failure, Loading } from '../ui/states'
import { clockSeconds } from '../words/format'
import { named, words } from '../words/words'
import { Affected } from './Affected'
import type { Look } from './look'
import { Totals } from './Totals'
import { mayPin } from './whatIf'

/** What the planner says would follow, before anything is done. */
export function Consequences({ look }: { look: Look }) {
  const t = words.value.move
  const answer = look.answer.value
  if (look.failure.value !== null) {
    return <Failure failure={look.failure.value} retry={() => void look.again()} />
  }
  if (!answer) {
    return (
      <div class="planning">
        <p class="quiet">{t.planning}</p>
        <Loading lines={4} />
      </div>
    )
  }
  return (
    <section class="consequences stack" aria-label={t.consequences}>
      {!answer.possible && <Obstacle answer={answer} />}
      {answer.cautions.map((it) => (
        <p key={it} class="caution">
          {named(t.cautions, it)}
        </p>
      ))}
      {answer.possible && <Totals answer={answer} />}
      {answer.possible && answer.changes.length > 0 && <Affected answer={answer} />}
      <p class="quiet small">{t.asOf(clockSeconds(answer.asOf))}</p>
    </section>
  )
}

function Obstacle({ answer }: { answer: WhatIf }) {
  const t = words.value.move
  const obstacle = answer.obstacle ?? ''
  return (
    <div class="failure" role="status">
      <p>
        <strong>{(t.obstacles as Record<string, string>)[obstacle] ?? answer.summary}</strong>
      </p>
      {mayPin(answer) && <p>{t.anywayHint(nameOf(answer.courierId))}</p>}
    </div>
  )
}
