import type { BoardCourier, BoardOrder } from '../api/types'
import { nameOf } from '../live/names'
import { words } from '../words/words'
import { metres as metresText } from './metres'
import type { Choice } from './rank'

/** A courier as a choice for an order: what they are doing, and how far away they are. */
export function ChoiceShown({ choice, order }: { choice: Choice; order: BoardOrder | undefined }) {
  const t = words.value.move
  const { courier, metres } = choice
  const hasIt = order?.courierId === courier.courierId
  const tooMuchCash = (order?.cashDue.minor ?? 0) > 0 && courier.cashLimitReached
  return (
    <>
      <span class="name" title={courier.courierId}>
        {nameOf(courier.courierId)}
      </span>
      <span class="doing quiet">
        {doing(courier)}
        {hasIt && ` · ${t.hasIt}`}
        {order?.pinnedTo === courier.courierId && ` · ${words.value.board.filters.pinned}`}
        {tooMuchCash && <span class="warn"> · {t.cashLimit}</span>}
      </span>
      <span class="way">{metres === null ? '–' : metresText(metres)}</span>
    </>
  )
}

function doing(courier: BoardCourier) {
  const t = words.value.couriers
  if (courier.duty === 'on_break') return t.duty.on_break
  if (courier.stops.length) return t.stops(courier.stops.length)
  return courier.offerId ? t.offered : t.free
}
