import type { BoardChange, BoardCourier } from '../api/types'
import type { Known } from './fold'

/**
 * Changes that are to come, in the order of the log. They are recorded nearly, and not strictly, in
 * that order: whatever stands before something that is due is due, too.
 */
export class Ahead {
  #changes: { time: number; change: BoardChange }[] = []
  /** Up to here the changes are all there are. */
  position: number
  /** Likewise, in milliseconds. */
  time: number

  constructor(position: number, time: number) {
    this.position = position
    this.time = time
  }

  get length() {
    return this.#changes.length
  }

  /** What was told already is passed over. */
  add(changes: readonly BoardChange[], position: number, time: number) {
    for (const change of changes.toSorted((a, b) => a.position - b.position)) {
      if (change.position > this.position) this.#changes.push({ change, time: timeOf(change) })
    }
    this.position = Math.max(this.position, position)
    this.time = Math.max(this.time, time)
  }

  take(at: number): BoardChange[] {
    const due = this.#changes.findLastIndex((it) => it.time <= at) + 1
    return this.#changes.splice(0, due).map((it) => it.change)
  }
}

const timeOf = ({ recordedAt }: BoardChange) => Date.parse(recordedAt)

/** The later board. What changes say is the engine's own state; where couriers were, it is not. */
export function put(known: Known, changes: readonly BoardChange[]): Known {
  if (changes.length === 0) return known
  const orders = new Map(known.orders)
  const couriers = new Map(known.couriers)
  const offers = new Map(known.offers)
  for (const change of changes) {
    for (const it of change.orders ?? []) orders.set(it.orderId, it)
    for (const it of change.couriers ?? []) couriers.set(it.courierId, seenAs(couriers, it))
    for (const it of change.offers ?? []) offers.set(it.assignmentId, it)
    for (const id of change.ordersGone ?? []) orders.delete(id)
    for (const id of change.couriersGone ?? []) couriers.delete(id)
    for (const id of change.offersGone ?? []) offers.delete(id)
  }
  return { orders, couriers, offers }
}

/** A shift that begins has seen nobody yet. */
function seenAs(before: ReadonlyMap<string, BoardCourier>, courier: BoardCourier): BoardCourier {
  const old = before.get(courier.courierId)
  return old?.seen && old.since === courier.since ? { ...courier, seen: old.seen } : courier
}

/** Likewise, with where couriers were as a board has it. */
export function withSeen(known: Known, seen: ReadonlyMap<string, BoardCourier>): Known {
  const couriers = new Map(known.couriers)
  for (const [id, courier] of couriers) {
    const other = seen.get(id)
    if (other?.seen && other.since === courier.since) {
      couriers.set(id, { ...courier, seen: other.seen })
    }
  }
  return { ...known, couriers }
}
