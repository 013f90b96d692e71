import { useSignal } from '@preact/signals'
import type { ComponentProps } from 'preact'
import type { OrderDispatch } from '../api/types'
import { nameOf } from '../live/names'
import { askToMove } from '../move/move'
import { Button } from '../ui/Button'
import { Facts } from '../ui/Facts'
import { Empty } from '../ui/states'
import { clockSeconds, count, plain } from '../words/format'
import { named, words } from '../words/words'
import { Candidates } from './Candidates'

interface Props {
  dispatch: OrderDispatch
  isMovable?: boolean
}

/** The engine's decisions about an order, the latest first. */
export function Dispatch({ dispatch, isMovable = false }: Props) {
  const t = words.value.dispatch
  const shown = useSignal(0)
  const { decisions } = dispatch
  const at = Math.min(shown.value, decisions.length - 1)
  const decision = decisions[at]
  if (!decision) return <Empty>{t.none}</Empty>
  const move = (by: number) => {
    shown.value = at + by
  }
  return (
    <div class="stack">
      {decisions.length > 1 && (
        <div class="pager">
          <Button disabled={at === decisions.length - 1} onClick={() => move(1)}>
            {t.earlier}
          </Button>
          <span class="quiet">{t.decision(decisions.length - at, decisions.length)}</span>
          <Button disabled={at === 0} onClick={() => move(-1)}>
            {t.later}
          </Button>
        </div>
      )}
      <DecisionShown
        key={decision.decisionId}
        decision={decision}
        move={isMovable ? (courierId) => askToMove(dispatch.orderId, courierId) : undefined}
      />
    </div>
  )
}

function DecisionShown({ decision, move }: ComponentProps<typeof Candidates>) {
  const t = words.value.dispatch
  const { considered, onDuty, load } = decision
  const weighed = considered !== null && onDuty !== null
  return (
    <>
      <p class="summary">
        <span class="badge">{named(t.outcomes, decision.outcome)}</span>{' '}
        <time class="quiet">{clockSeconds(decision.decidedAt)}</time>
        <br />
        {plain(decision.summary, nameOf)}
      </p>
      <Candidates decision={decision} move={move} />
      <Facts
        of={[
          [t.policy, decision.policy],
          [t.load, load !== null && count(load)],
          ['', weighed && t.considered(count(considered), count(onDuty))],
        ]}
      />
    </>
  )
}
