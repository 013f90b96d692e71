import type { BoardOrder } from '../api/types'

/** From placing to the door no order should take longer. */
export const TARGET_MS = 40 * 60_000
const SOON_MS = 8 * 60_000

export type Urgency = 'late' | 'soon' | 'calm'

interface Due {
  target: number
  planned: number | null
}

/** Reading a time costs more than all else here. */
const dues = new WeakMap<BoardOrder, Due>()

function dueOf(order: BoardOrder): Due {
  const kept = dues.get(order)
  if (kept) return kept
  const target = Date.parse(order.placedAt) + TARGET_MS
  const due = { target, planned: order.dropoffEta ? Date.parse(order.dropoffEta) : null }
  dues.set(order, due)
  return due
}

/**
 * How much later than it should be an order is or is going to be; negative while there is time. It
 * should be at its door as planned last, and within the target since it was placed.
 */
export function lateBy(order: BoardOrder, now: number): number {
  const { target, planned } = dueOf(order)
  if (planned === null) return now - target
  return Math.max(now - planned, Math.max(planned, now) - target)
}

export function urgency(order: BoardOrder, now: number): Urgency {
  const late = lateBy(order, now)
  if (late > 0) return 'late'
  return late > -SOON_MS && !order.courierId ? 'soon' : 'calm'
}
