import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { BoardCourier } from '../api/types'
import { asOf, failure, followBoard, known, readNow } from '../live/board'
import { nameOf } from '../live/names'
import { Icon } from '../ui/Icon'
import { CourierLink, OrderLink } from '../ui/Ids'
import { Empty, Failure, Loading } from '../ui/states'
import { Clock } from '../ui/Time'
import { words } from '../words/words'
import { Seen } from './Seen'

/** Everybody on shift. */
export function CouriersPage() {
  useEffect(followBoard, [])
  const t = words.value.couriers
  const text = useSignal('')
  const wanted = text.value.toLowerCase()
  const found = [...known.value.couriers.values()].filter((it) =>
    `${it.courierId} ${nameOf(it.courierId)}`.toLowerCase().includes(wanted),
  )
  return (
    <div class="page">
      <div class="title">
        <h1 tabIndex={-1}>{t.title}</h1>
        <search class="find">
          <Icon name="search" />
          <input
            type="search"
            aria-label={t.search}
            placeholder={t.search}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value
            }}
          />
        </search>
      </div>
      {failure.value !== null && <Failure failure={failure.value} retry={() => void readNow()} />}
      {asOf.value === null && failure.value === null && <Loading lines={8} />}
      {asOf.value !== null && (found.length ? <Rows couriers={found} /> : <Empty>{t.none}</Empty>)}
    </div>
  )
}

function Rows({ couriers }: { couriers: BoardCourier[] }) {
  const t = words.value.couriers
  return (
    <div class="card scrolling">
      <table class="table">
        <thead>
          <tr>
            {Object.entries(t.columns).map(([name, word]) => (
              <th key={name} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {couriers.map((courier) => (
            <tr key={courier.courierId}>
              <th scope="row">
                <CourierLink id={courier.courierId} />
              </th>
              <td>{t.vehicles[courier.vehicle]}</td>
              <td>
                <span class={`badge ${courier.duty === 'on_break' ? 'bad' : ''}`}>
                  {t.duty[courier.duty]}
                </span>
              </td>
              <td>{doing(courier)}</td>
              <td>
                <Next courier={courier} />
              </td>
              <td>
                <Seen seen={courier.seen} />
              </td>
              <td>
                <Clock at={courier.endsBy} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
      {words.value.courier.stop[stop.kind]} <OrderLink id={stop.orderId} /> <Clock at={stop.eta} />
    </>
  )
}
