import type { BoardOrder } from '../api/types'
import { now } from '../live/clock'
import { nameOf } from '../live/names'
import { href } from '../shell/address'
import type { Place } from '../ui/Grid'
import { memo } from '../ui/memo'
import { Clock, Since } from '../ui/Time'
import { brief, span } from '../words/format'
import { words } from '../words/words'
import { Notes } from './Notes'
import { current } from './selection'
import { lateBy, urgency } from './urgency'

interface Props {
  order: BoardOrder
  index: number
  place: Place
  isOver: boolean
  isCurrent: boolean
}

function Row({ order, index, place, isOver, isCurrent }: Props) {
  const t = words.value
  return (
    <div
      id={`row-${order.orderId}`}
      data-order={isOver ? undefined : order.orderId}
      class={`row ${isOver ? 'over' : urgency(order, now.value)} ${isCurrent ? 'current' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isCurrent}
      style={place}
    >
      <span class="cell late" role="gridcell">
        {!isOver && <Late order={order} />}
      </span>
      <span class="cell age" role="gridcell">
        <Since at={order.placedAt} />
      </span>
      <span class="cell stage" role="gridcell">
        <span class={`stage-mark ${isOver ? 'over' : order.stage}`} aria-hidden="true" />
        {isOver ? t.board.gone : t.stages[order.stage]}
      </span>
      <span class="cell order" role="gridcell">
        <a
          class="whole"
          href={href(`/orders/${order.orderId}`)}
          tabIndex={-1}
          title={order.orderId}
          onClick={() => {
            current.value = order.orderId
          }}
        >
          {brief(order.orderId)}
        </a>
      </span>
      <span class="cell merchant" role="gridcell" title={order.merchantName}>
        {order.merchantName}
      </span>
      <span class="cell ready" role="gridcell">
        <Clock at={order.readyAt ?? order.readyEstimate} />
      </span>
      <span class="cell promised" role="gridcell">
        <Clock at={order.promisedFor} />
      </span>
      <span class="cell door" role="gridcell">
        <Clock at={order.dropoffEta} />
      </span>
      <span class="cell courier" role="gridcell">
        {order.courierId ? nameOf(order.courierId) : <span class="quiet">{t.board.noCourier}</span>}
      </span>
      <span class="cell notes" role="gridcell">
        <Notes order={order} />
      </span>
    </div>
  )
}

function Late({ order }: { order: BoardOrder }) {
  const late = span(lateBy(order, now.value))
  const isLate = urgency(order, now.value) === 'late'
  return isLate ? <strong>{late}</strong> : <span class="quiet">{late}</span>
}

export const BoardRow = memo(Row)
