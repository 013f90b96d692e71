import type { Message, Order, OrderDispatch, Payment, TimelineEntry } from '../api/types'

/** What was there of an order's parts at a moment, in milliseconds. */

const isBy = (at: number) => (instant: string) => Date.parse(instant) <= at

export function timelineBy({ entries }: { entries: TimelineEntry[] }, at: number) {
  return { entries: entries.filter((it) => isBy(at)(it.recordedAt)) }
}

export function dispatchBy(dispatch: OrderDispatch, at: number): OrderDispatch {
  return { ...dispatch, decisions: dispatch.decisions.filter((it) => isBy(at)(it.decidedAt)) }
}

export function messagesBy(messages: readonly Message[], at: number) {
  return messages.filter((it) => isBy(at)(it.occurredAt))
}

/**
 * The order as history tells it, which tells nothing personal. Whom it goes to and where was said
 * when it was placed, and stands in the order as it is now.
 */
export function orderThen(then: Order, now: Order | null): Order {
  const { recipient = null, dropoff = null } = now ?? {}
  return { ...then, recipient, dropoff }
}

export const paymentThen = (then: Payment) => then
