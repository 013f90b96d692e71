import type { BoardCourier, BoardOffer, BoardOrder, Instant, Stage, Status } from '../api/types'
import type { Frame } from './stream'

/** What is known of a zone; replaced, never changed. */
export interface Known {
  orders: ReadonlyMap<string, BoardOrder>
  couriers: ReadonlyMap<string, BoardCourier>
  offers: ReadonlyMap<string, BoardOffer>
}

export const NOTHING: Known = { orders: new Map(), couriers: new Map(), offers: new Map() }

export interface OrderFact extends Frame {
  event: string
  orderId: string
  status: Status
  stage: Stage
  occurredAt: Instant
  recordedAt: Instant
  readyAt?: Instant
  courierId?: string
  assignmentId?: string
  pinnedTo?: string
}

export interface AssignmentFact extends Frame {
  event: string
  assignmentId: string
  courierId: string
  orderIds: string[]
  expiresAt?: Instant
  stops?: { kind: 'pickup' | 'dropoff' | 'return'; orderId: string; eta: Instant }[]
  occurredAt: Instant
  recordedAt: Instant
}

const OVER: ReadonlySet<Stage> = new Set(['delivered', 'cancelled', 'delivery_failed', 'returned'])

/** What facts say of what is known. What they do not say is read again soon. */
export function fold(known: Known, facts: readonly Frame[]): Known {
  const orders = new Map(known.orders)
  const couriers = new Map(known.couriers)
  const offers = new Map(known.offers)
  for (const fact of facts) {
    if (fact.type === 'order') foldOrder(orders, fact as OrderFact)
    else if (fact.type === 'assignment') foldTrip(orders, couriers, offers, fact as AssignmentFact)
  }
  return { orders, couriers, offers }
}

/** The log's order is nearly that of the times in it: events that are further apart are in order. */
const APART_MS = 1_000

/**
 * What the board held already when it was read is not news. What it may not hold is folded into it
 * once more: that says nothing new of what it does hold, as all that followed is folded, too.
 */
export function mayBeNews(fact: Frame, read: string | null) {
  return read === null || Date.parse(String(fact.recordedAt)) > Date.parse(read) - APART_MS
}

function foldOrder(orders: Map<string, BoardOrder>, fact: OrderFact) {
  const order = orders.get(fact.orderId)
  if (!order) return
  if (OVER.has(fact.stage)) orders.delete(fact.orderId)
  else orders.set(fact.orderId, after(order, fact))
}

function after(order: BoardOrder, fact: OrderFact): BoardOrder {
  const next = { ...order, stage: fact.stage, status: fact.status }
  if (next.stage !== order.stage) next.since = fact.occurredAt
  if (fact.readyAt) next.readyEstimate = fact.readyAt
  switch (fact.event) {
    case 'OrderReady':
      return { ...next, readyAt: fact.occurredAt }
    case 'CourierAssigned':
      return { ...without(next, 'waitingSince'), ...carrier(fact) }
    case 'CourierUnassigned':
    case 'OrderStranded':
      return without(next, 'courierId', 'assignmentId', 'pickupEta', 'dropoffEta')
    case 'OrderPickedUp':
      return { ...without(next, 'pickupEta'), pickedUpAt: fact.occurredAt }
    case 'OrderPinned':
      return fact.pinnedTo ? { ...next, pinnedTo: fact.pinnedTo } : next
    case 'OrderUnpinned':
      return without(next, 'pinnedTo')
    default:
      return next
  }
}

function carrier({ courierId, assignmentId }: OrderFact) {
  return { ...(courierId && { courierId }), ...(assignmentId && { assignmentId }) }
}

function without<K extends keyof BoardOrder>(order: BoardOrder, ...names: K[]): BoardOrder {
  const next = { ...order }
  for (const name of names) delete next[name]
  return next
}

function foldTrip(
  orders: Map<string, BoardOrder>,
  couriers: Map<string, BoardCourier>,
  offers: Map<string, BoardOffer>,
  fact: AssignmentFact,
) {
  if (fact.event === 'AssignmentOffered') offers.set(fact.assignmentId, offer(fact))
  else offers.delete(fact.assignmentId)
  if (fact.event === 'AssignmentAmended') plan(orders, fact)
  const courier = couriers.get(fact.courierId)
  if (courier) couriers.set(fact.courierId, busy(courier, fact))
}

function offer(fact: AssignmentFact): BoardOffer {
  return {
    assignmentId: fact.assignmentId,
    courierId: fact.courierId,
    decisionId: '',
    orders: fact.orderIds,
    offeredAt: fact.occurredAt,
    expiresAt: fact.expiresAt ?? fact.occurredAt,
  }
}

function plan(orders: Map<string, BoardOrder>, { stops = [] }: AssignmentFact) {
  for (const { kind, orderId, eta } of stops) {
    const order = orders.get(orderId)
    if (order && kind === 'pickup') orders.set(orderId, { ...order, pickupEta: eta })
    if (order && kind === 'dropoff') orders.set(orderId, { ...order, dropoffEta: eta })
  }
}

function busy(courier: BoardCourier, fact: AssignmentFact): BoardCourier {
  const next = { ...courier }
  if (fact.event === 'AssignmentOffered') return { ...next, offerId: fact.assignmentId }
  if (next.offerId === fact.assignmentId) delete next.offerId
  if (fact.event === 'OfferAccepted') return { ...next, tripId: fact.assignmentId }
  if (fact.event === 'AssignmentEnded' && next.tripId === fact.assignmentId) {
    delete next.tripId
    return { ...next, stops: [] }
  }
  return next
}
