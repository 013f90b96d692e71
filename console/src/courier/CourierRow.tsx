import type { BoardCourier } from '../api/types'
import type { Place } from '../ui/Grid'
import { CourierLink, OrderLink } from '../ui/Ids'
import { memo } from '../ui/memo'
import { Clock } from '../ui/Time'
import { words } from '../words/words'
import { Seen } from './Seen'

export function CouriersHead() {
  const { columns } = words.value.couriers
  return (
    <div class="row head" role="row" aria-rowindex={1}>
      {Object.entries(columns).map(([name, word]) => (
        <span key={name} class={`cell ${name}`} role="columnheader">
          {word}
        </span>
      ))}
    </div>
  )
}

interface Props {
  courier: BoardCourier
  index: number
  place: Place
}

function Row({ courier, index, place }: Props) {
  const t = words.value.couriers
  return (
    <div class="row" role="row" aria-rowindex={index + 2} style={place}>
      <span class="cell courier" role="gridcell">
        <CourierLink id={courier.courierId} />
      </span>
      <span class="cell duty" role="gridcell">
        <span class={`badge ${courier.duty === 'on_break' ? 'bad' : ''}`}>
          {t.duty[courier.duty]}
        </span>
      </span>
      <span class="cell doing" role="gridcell">
        {doing(courier)}
      </span>
      <span class="cell next" role="gridcell">
        <Next courier={courier} />
      </span>
      <span class="cell seen" role="gridcell">
        <Seen seen={courier.seen} />
      </span>
      <span class="cell vehicle" role="gridcell">
        {t.vehicles[courier.vehicle]}
      </span>
      <span class="cell until" role="gridcell">
        <Clock at={courier.endsBy} />
      </span>
    </div>
  )
}

function doing(courier: BoardCourier) {
  const t = words.value.couriers
  if (courier.stops.length) return t.stops(courier.stops.length)
  if (courier.offerId) return t.offered
  return courier.duty === 'on_shift' ? <span class="quiet">{t.free}</span> : ''
}

function Next({ courier }: { courier: BoardCourier }) {
  const stop = courier.stops[0]
  if (!stop) return null
  return (
    <>
      {words.value.courier.stop[stop.kind]} <OrderLink id={stop.orderId} />{' '}
      <span class="quiet">
        <Clock at={stop.eta} />
      </span>
    </>
  )
}

export const CourierRow = memo(Row)
