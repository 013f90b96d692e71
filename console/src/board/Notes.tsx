import type { BoardOrder } from '../api/types'
import { known } from '../live/board'
import { nameOf } from '../live/names'
import { Icon } from '../ui/Icon'
import { money } from '../words/format'
import { words } from '../words/words'

/** What is worth knowing of an order at a glance. */
export function Notes({ order }: { order: BoardOrder }) {
  const t = words.value.board
  return (
    <>
      {order.atDoor ? (
        <span class="note">{t.atDoor}</span>
      ) : (
        order.atPickup && <span class="note">{t.atPickup}</span>
      )}
      {order.pinnedTo && (
        <span class="note" title={t.pinned(nameOf(order.pinnedTo))}>
          <Icon name="pin" />
          {nameOf(order.pinnedTo)}
        </span>
      )}
      {order.cashDue.minor > 0 && (
        <span class="note" title={t.cash(money(order.cashDue))}>
          <Icon name="cash" />
          {money(order.cashDue)}
        </span>
      )}
      {isOffered(order.orderId) && <span class="note">{t.offered}</span>}
      {order.declines > 0 && <span class="note warn">{t.declines(order.declines)}</span>}
    </>
  )
}

function isOffered(orderId: string) {
  for (const offer of known.value.offers.values()) if (offer.orders.includes(orderId)) return true
  return false
}
