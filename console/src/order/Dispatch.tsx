import { useSignal } from '@preact/signals'
import type { ComponentProps } from 'preact'
import { get } from '../api/client'
import type { Decision, OrderDispatch } from '../api/types'
import { nameOf } from '../live/names'
import { askToMove } from '../move/move'
import { Button } from '../ui/Button'
import { Facts } from '../ui/Facts'
import { Empty, Failure } from '../ui/states'
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
  const { decisions, more, readMore, failure } = useDecisions(dispatch)
  const at = Math.min(shown.value, decisions.length - 1)
  const decision = decisions[at]
  if (!decision) return <Empty>{t.none}</Empty>
  const isLast = at === decisions.length - 1
  const move = async (by: number) => {
    if (by > 0 && isLast) await readMore()
    shown.value = at + by
  }
  return (
    <div class="stack">
      {(decisions.length > 1 || more) && (
        <div class="pager">
          <Button disabled={isLast && !more} onClick={() => void move(1)}>
            {t.earlier}
          </Button>
          <span class="quiet">
            {more ? t.latestFirst(at + 1) : t.decision(decisions.length - at, decisions.length)}
          </span>
          <Button disabled={at === 0} onClick={() => void move(-1)}>
            {t.later}
          </Button>
        </div>
      )}
      {failure !== null && <Failure failure={failure} />}
      <DecisionShown
        key={decision.decisionId}
        decision={decision}
        move={isMovable ? (courierId) => askToMove(dispatch.orderId, courierId) : undefined}
      />
    </div>
  )
}

/** The engine tells a page of them at a time. */
function useDecisions({ orderId, decisions, nextCursor }: OrderDispatch) {
  const older = useSignal<readonly Decision[]>([])
  const cursor = useSignal<string | null | undefined>(undefined)
  const failure = useSignal<unknown>(null)
  const more = cursor.value === undefined ? nextCursor : cursor.value
  const known = new Set(decisions.map((it) => it.decisionId))

  async function readMore() {
    if (!more) return
    failure.value = null
    const at = `/v1/orders/${encodeURIComponent(orderId)}/dispatch?cursor=${encodeURIComponent(more)}`
    try {
      const page = await get<OrderDispatch>(at)
      older.value = [...older.value, ...page.decisions]
      cursor.value = page.nextCursor
    } catch (problem) {
      failure.value = problem
    }
  }
  const earlier = older.value.filter((it) => !known.has(it.decisionId))
  return { decisions: [...decisions, ...earlier], more, readMore, failure: failure.value }
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
