import type { Board, BoardCourier, BoardOffer, BoardOrder, Instant } from '../api/types'

/** The rows of one kind that a board has and the one before had not, or had otherwise. */
export type Slice =
  | { kind: 'orders'; rows: BoardOrder[] }
  | { kind: 'couriers'; rows: BoardCourier[] }
  | { kind: 'offers'; rows: BoardOffer[] }

/** What is said last: which board it is, and what it has no longer. */
export interface Whole {
  position: number
  recordedAt: Instant
  at: Instant
  gone: Record<Slice['kind'], string[]>
}

const ROWS = 500

/** Tells of one board after the other what is different, in pieces of which none takes long. */
export class Difference {
  *tell(board: Board): Generator<Slice, Whole> {
    const gone = { orders: [] as string[], couriers: [] as string[], offers: [] as string[] }
    const orders = news(this.#told.orders, board.orders, (it) => it.orderId, gone.orders)
    for (const rows of slices(orders)) yield { kind: 'orders', rows }
    const couriers = news(this.#told.couriers, board.couriers, (it) => it.courierId, gone.couriers)
    for (const rows of slices(couriers)) yield { kind: 'couriers', rows }
    const offers = news(this.#told.offers, board.offers, (it) => it.assignmentId, gone.offers)
    for (const rows of slices(offers)) yield { kind: 'offers', rows }
    return { position: board.position, recordedAt: board.recordedAt, at: board.at, gone }
  }

  readonly #told = {
    orders: new Map<string, string>(),
    couriers: new Map<string, string>(),
    offers: new Map<string, string>(),
  }
}

function news<T>(
  told: Map<string, string>,
  rows: readonly T[],
  id: (row: T) => string,
  gone: string[],
): T[] {
  const left = new Set(told.keys())
  const found = rows.filter((row) => {
    const text = JSON.stringify(row)
    const isNew = told.get(id(row)) !== text
    told.set(id(row), text)
    left.delete(id(row))
    return isNew
  })
  for (const each of left) told.delete(each)
  gone.push(...left)
  return found
}

function* slices<T>(rows: T[]) {
  for (let from = 0; from < rows.length; from += ROWS) yield rows.slice(from, from + ROWS)
}
