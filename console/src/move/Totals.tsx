import type { WhatIf } from '../api/types'
import { count } from '../words/format'
import { words } from '../words/words'
import { signed } from './signed'
import { newlyLate } from './whatIf'

/** The sum of it, before who is affected. */
export function Totals({ answer }: { answer: WhatIf }) {
  const t = words.value.move.totals
  const { total } = answer
  const late = newlyLate(answer)
  const lost = total.withoutCourierAfter - total.withoutCourierBefore
  if (answer.changes.length === 0) return <p class="totals-none">{t.none(count(total.orders))}</p>
  return (
    <dl class="totals">
      <Sum name={t.newlyLate} value={count(late)} bad={late > 0} />
      <Sum name={t.later} value={count(total.later)} />
      <Sum name={t.sooner} value={count(total.sooner)} />
      <Sum name={t.doors} value={signed(total.secondsLater)} bad={total.secondsLater > 0} />
      {lost !== 0 && <Sum name={t.withoutCourier} value={more(lost)} bad={lost > 0} />}
    </dl>
  )
}

const more = (value: number) => (value > 0 ? `+${count(value)}` : count(value))

function Sum({ name, value, bad = false }: { name: string; value: string; bad?: boolean }) {
  return (
    <div class={bad ? 'bad' : ''}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
