import type { BoardOrder } from '../api/types'

/** From placing to the door it should not take longer; of orders that nothing is promised of. */
export const TARGET_MS = 40 * 60_000
/** Within so much of its promise an order counts as in time. */
export const GRACE_MS = 5 * 60_000
const SOON_MS = 8 * 60_000

export type Urgency = 'late' | 'soon' | 'calm'

interface Due {
  due: number
  planned: number
}

/** Reading a time costs more than all else here. */
const dues = new WeakMap<BoardOrder, Due>()

function dueOf(order: BoardOrder): Due {
  const kept = dues.get(order)
  if (kept) return kept
  const { promisedFor, placedAt, dropoffEta } = order
  const due = promisedFor ? Date.parse(promisedFor) : Date.parse(placedAt) + TARGET_MS
  const read = { due, planned: dropoffEta ? Date.parse(dropoffEta) : 0 }
  dues.set(order, read)
  return read
}

/** How much later than promised an order will be at its door, or is; negative if it is earlier. */
export function lateBy(order: BoardOrder, now: number): number {
  const { due, planned } = dueOf(order)
  return Math.max(planned, now) - due
}

export function urgency(order: BoardOrder, now: number): Urgency {
  const late = lateBy(order, now)
  if (late > (order.promisedFor ? GRACE_MS : 0)) return 'late'
  return late > -SOON_MS && !order.courierId ? 'soon' : 'calm'
}
