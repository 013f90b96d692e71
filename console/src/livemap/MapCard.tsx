import type { BoardCourier, BoardOrder } from '../api/types'
import { lateBy, urgency } from '../board/urgency'
import { known } from '../live/board'
import { now } from '../live/clock'
import { nameOf } from '../live/names'
import { mayMove } from '../move/drag'
import { chooseFor } from '../move/move'
import { may } from '../session/session'
import { href } from '../shell/address'
import { Button } from '../ui/Button'
import { Facts } from '../ui/Facts'
import { Icon } from '../ui/Icon'
import { OrderLink } from '../ui/Ids'
import { Clock } from '../ui/Time'
import { brief, count, span } from '../words/format'
import { words } from '../words/words'
import { choose, chosen, doing, following } from './choice'
import { Mark } from './Filters'
import { Age } from './Lists'
import { merchants } from './places'
import { flyToChosen } from './stage'
import type { Thing } from './thing'

/** What was chosen, with what can be done about it. */
export function MapCard() {
  const thing = chosen.value
  if (!thing) return null
  return (
    <section class="card map-card" aria-label={titleOf(thing)}>
      <div class="title">
        <h2>{titleOf(thing)}</h2>
        <button
          type="button"
          class="tool"
          aria-label={words.value.liveMap.close}
          title={words.value.liveMap.close}
          onClick={() => choose(null)}
        >
          <Icon name="close" />
        </button>
      </div>
      <Contents {...thing} />
    </section>
  )
}

export function titleOf({ kind, id }: Thing) {
  if (kind === 'courier') return nameOf(id)
  if (kind === 'merchant') return merchants.value.get(id)?.name ?? id
  return words.value.liveMap.order(brief(id))
}

function Contents({ kind, id }: Thing) {
  const { orders, couriers } = known.value
  const gone = <p class="quiet">{words.value.liveMap.gone}</p>
  if (kind === 'courier') {
    const courier = couriers.get(id)
    return courier ? <OfCourier courier={courier} /> : gone
  }
  if (kind === 'order') {
    const order = orders.get(id)
    return order ? <OfOrder key={id} order={order} /> : gone
  }
  const merchant = merchants.value.get(id)
  return merchant ? <OfMerchant orders={merchant.orders} /> : gone
}

function OfCourier({ courier }: { courier: BoardCourier }) {
  const t = words.value
  const id = courier.courierId
  now.value
  const does = doing(id)
  const isFollowed = following.value === id
  return (
    <>
      <p>
        <Mark kind={does} /> {t.liveMap.kinds[does]} · {t.couriers.vehicles[courier.vehicle]}{' '}
        <span class="quiet">
          · {t.couriers.columns.seen} <Age courierId={id} />
        </span>
      </p>
      {courier.stops.length > 0 && (
        <ol class="map-stops" aria-label={t.liveMap.next}>
          {courier.stops.map((stop) => (
            <li key={`${stop.kind} ${stop.orderId}`}>
              <span>
                {t.courier.stop[stop.kind]} <OrderLink id={stop.orderId} />
              </span>
              <Clock at={stop.arrivedAt ?? stop.eta} />
            </li>
          ))}
        </ol>
      )}
      <div class="actions">
        {may('whereabouts:read') && (
          <Button
            onClick={() => {
              following.value = isFollowed ? null : id
              if (!isFollowed) flyToChosen()
            }}
          >
            {isFollowed ? t.liveMap.unfollow : t.liveMap.follow}
          </Button>
        )}
        {may('couriers:read-any') && (
          <a class="button" href={href(`/couriers/${id}`)}>
            {t.liveMap.openCourier}
          </a>
        )}
      </div>
    </>
  )
}

function OfOrder({ order }: { order: BoardOrder }) {
  const t = words.value
  const late = lateBy(order, now.value)
  const carrier = order.courierId
  return (
    <>
      <Facts
        of={[
          [t.liveMap.merchant, order.merchantName],
          [t.liveMap.stage, t.stages[order.stage]],
          [
            t.liveMap.carriedBy,
            carrier && may('whereabouts:read') ? (
              <Choice thing={{ kind: 'courier', id: carrier }} />
            ) : (
              ((carrier && nameOf(carrier)) ?? t.board.noCourier)
            ),
          ],
          [t.liveMap.promised, <Clock key="promised" at={order.promisedFor} />],
          [t.liveMap.door, <Clock key="door" at={order.dropoffEta} />],
          [
            late > 0 ? t.liveMap.late : t.liveMap.left,
            <span key="late" class={urgency(order, now.value) === 'late' ? 'warn' : ''}>
              {span(Math.abs(late))}
            </span>,
          ],
        ]}
      />
      <div class="actions">
        {mayMove(order) && (
          <Button onClick={() => chooseFor(order.orderId)}>{t.liveMap.move}</Button>
        )}
        {may('orders:read-any') && (
          <a class="button" href={href(`/orders/${order.orderId}`)}>
            {t.liveMap.openOrder}
          </a>
        )}
      </div>
    </>
  )
}

function OfMerchant({ orders }: { orders: readonly BoardOrder[] }) {
  const t = words.value
  return (
    <ul class="map-stops" aria-label={t.liveMap.openOrders(count(orders.length))}>
      {orders.map((order) => (
        <li key={order.orderId}>
          <span>
            <Choice thing={{ kind: 'order', id: order.orderId }} />{' '}
            <span class="quiet">{t.stages[order.stage]}</span>
          </span>
          <Clock at={order.readyAt ?? order.readyEstimate} />
        </li>
      ))}
    </ul>
  )
}

function Choice({ thing }: { thing: Thing }) {
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        choose(thing)
        flyToChosen()
      }}
    >
      {thing.kind === 'order' ? brief(thing.id) : titleOf(thing)}
    </button>
  )
}
