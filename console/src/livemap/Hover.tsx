import { lateBy, urgency } from '../board/urgency'
import { known } from '../live/board'
import { engineNow, now } from '../live/clock'
import { nameOf } from '../live/names'
import { dragged } from '../move/drag'
import { brief, count, span } from '../words/format'
import { words } from '../words/words'
import { doing } from './choice'
import { Mark } from './Filters'
import { Age } from './Lists'
import { titleOf } from './MapCard'
import { merchants } from './places'
import { hovered } from './pointing'
import type { Thing } from './thing'

const BESIDE = 14

/** What the pointer is over. */
export function Hover() {
  const over = hovered.value
  if (!over) return null
  return (
    <div
      class="over-map hover"
      style={{ transform: `translate(${over.x + BESIDE}px, ${over.y + BESIDE}px)` }}
      aria-hidden="true"
    >
      <strong>{titleOf(over.thing)}</strong>
      <Said {...over.thing} />
    </div>
  )
}

function Said({ kind, id }: Thing) {
  const t = words.value
  now.value
  if (kind === 'courier') {
    const does = doing(id)
    const stops = known.value.couriers.get(id)?.stops.length ?? 0
    return (
      <span class="quiet">
        <Mark kind={does} /> {t.liveMap.kinds[does]}
        {stops > 0 && ` · ${t.couriers.stops(stops)}`} · <Age courierId={id} />
      </span>
    )
  }
  if (kind === 'merchant') {
    const open = merchants.value.get(id)?.orders.length ?? 0
    return <span class="quiet">{t.liveMap.openOrders(count(open))}</span>
  }
  const order = known.value.orders.get(id)
  if (!order) return null
  const how = urgency(order, engineNow())
  return (
    <span class="quiet">
      <Mark kind={how} /> {order.merchantName} · {t.stages[order.stage]} ·{' '}
      <span class={how === 'late' ? 'warn' : ''}>{span(lateBy(order, engineNow()))}</span>
    </span>
  )
}

/** The order that is being dragged. */
export function Ghost() {
  const moved = dragged.value
  if (!moved) return null
  const to = moved.over
  return (
    <div
      class={`ghost ${to ? 'aimed' : ''}`}
      style={{ transform: `translate(${moved.x + BESIDE}px, ${moved.y + BESIDE}px)` }}
      aria-hidden="true"
    >
      {brief(moved.orderId)} {to && `→ ${nameOf(to)}`}
    </div>
  )
}
