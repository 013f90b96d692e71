import type { BoardOrder } from '../api/types'
import { lateBy, type Urgency } from '../board/urgency'
import { known } from '../live/board'
import { now, speed } from '../live/clock'
import { nameOf } from '../live/names'
import { dragged } from '../move/drag'
import { may } from '../session/session'
import { Grid, type Place } from '../ui/Grid'
import { Empty } from '../ui/states'
import { brief, clockTime, span } from '../words/format'
import { words } from '../words/words'
import { choose, couriersFound, isChosen, listed, ordersFound, seenAt } from './choice'
import type { Doing } from './doing'
import { Mark } from './Filters'
import { flyToChosen } from './stage'
import type { Thing } from './thing'

const HEIGHT = 52

/** The same as the map, to be read. */
export function Lists() {
  return listed.value === 'orders' ? <Orders /> : <Couriers />
}

function Couriers() {
  const t = words.value.liveMap
  const found = couriersFound.value
  if (found.length === 0) return <Empty>{t.nobody}</Empty>
  return (
    <Grid
      label={t.couriers}
      kind="on-map"
      count={found.length}
      height={HEIGHT}
      head={<Head word={t.couriers} />}
      row={(index, place) => {
        const courier = found[index]
        return courier && <CourierRow key={courier.id} {...courier} index={index} place={place} />
      }}
    />
  )
}

/** For who hears the list read. */
const Head = ({ word }: { word: string }) => (
  <div class="visually-hidden" role="row" aria-rowindex={1}>
    <span role="columnheader">{word}</span>
  </div>
)

interface Row {
  index: number
  place: Place
}

function CourierRow({ id, name, doing, ...row }: Row & { id: string; name: string; doing: Doing }) {
  const t = words.value
  const stop = known.value.couriers.get(id)?.stops[0]
  const does = t.liveMap.kinds[doing]
  return (
    <ListRow thing={{ kind: 'courier', id }} {...row}>
      <Mark kind={doing} />
      <span class="name">{name}</span>
      <Age courierId={id} />
      <span class="more quiet">
        {does}
        {stop && ` · ${t.courier.stop[stop.kind]} ${brief(stop.orderId)} ${clockTime(stop.eta)}`}
      </span>
    </ListRow>
  )
}

/** In real time, as it is a matter of the line. */
export function Age({ courierId }: { courierId: string }) {
  const current = now.value
  const at = seenAt(courierId)
  if (at === null) return <span class="age quiet">–</span>
  return <span class="age">{span(Math.max(0, current - at) / speed.value)}</span>
}

function Orders() {
  const t = words.value.liveMap
  const found = ordersFound.value
  if (found.length === 0) return <Empty>{t.nothing}</Empty>
  return (
    <>
      <Grid
        label={t.orders}
        kind="on-map"
        count={found.length}
        height={HEIGHT}
        head={<Head word={t.orders} />}
        row={(index, place) => {
          const it = found[index]
          return it && <OrderRow key={it.order.orderId} {...it} index={index} place={place} />
        }}
      />
      {may('dispatch:correct') && <p class="foot quiet small drag-hint">{t.dragHint}</p>}
    </>
  )
}

function OrderRow({ order, urgency, ...row }: Row & { order: BoardOrder; urgency: Urgency }) {
  const t = words.value
  const late = lateBy(order, now.value)
  return (
    <ListRow thing={{ kind: 'order', id: order.orderId }} {...row}>
      <Mark kind={urgency} />
      <span class="name">
        {brief(order.orderId)} <span class="quiet">{order.merchantName}</span>
      </span>
      <span class={`age ${urgency === 'late' ? 'warn' : ''}`}>{span(late)}</span>
      <span class="more quiet">
        {t.stages[order.stage]} · {order.courierId ? nameOf(order.courierId) : t.board.noCourier}
      </span>
    </ListRow>
  )
}

interface ListRowProps extends Row {
  thing: Thing
  children: preact.ComponentChildren
}

function ListRow({ thing, index, place, children }: ListRowProps) {
  const { kind, id } = thing
  const current = isChosen(kind, id)
  const aimed = kind === 'courier' && dragged.value?.over === id
  return (
    <div
      class={`row ${current ? 'current' : ''} ${aimed ? 'aimed' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={current}
      style={place}
      data-order={kind === 'order' ? id : undefined}
      data-courier={kind === 'courier' ? id : undefined}
    >
      <span role="gridcell">
        <button
          type="button"
          class="entry"
          onClick={() => {
            choose(thing)
            flyToChosen()
          }}
          onKeyDown={step}
        >
          {children}
        </button>
      </span>
    </div>
  )
}

/** Up and down go from row to row. */
function step(event: KeyboardEvent) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!by) return
  const row = (event.currentTarget as HTMLElement).closest('[role=row]')
  const wanted = String(Number(row?.ariaRowIndex ?? row?.getAttribute('aria-rowindex')) + by)
  const next = row?.parentElement?.querySelector<HTMLElement>(`[aria-rowindex="${wanted}"] button`)
  event.preventDefault()
  next?.focus()
}
