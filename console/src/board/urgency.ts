import type { BoardOrder } from '../api/types'

/** From placing to the door no order should take longer. */
export const TARGET_MS = 40 * 60_000
const SOON_MS = 8 * 60_000

export type Urgency = 'late' | 'soon' | 'calm'

/**
 * How much later than it should be an order is or is going to be; negative while there is time. It
 * should be at its door as planned last, and within the target since it was placed.
 */
export function lateBy(order: BoardOrder, now: number): number {
  const target = Date.parse(order.placedAt) + TARGET_MS
  const planned = order.dropoffEta ? Date.parse(order.dropoffEta) : null
  if (planned === null) return now - target
  return Math.max(now - planned, Math.max(planned, now) - target)
}

export function urgency(order: BoardOrder, now: number): Urgency {
  const late = lateBy(order, now)
  if (late > 0) return 'late'
  return late > -SOON_MS && !order.courierId ? 'soon' : 'calm'
}
