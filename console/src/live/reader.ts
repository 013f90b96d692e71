import { Problem } from '../api/problem'
import type { BoardCourier, BoardOffer, BoardOrder, Instant } from '../api/types'
import type { Slice, Whole } from './difference'
import { type Known, NOTHING } from './fold'

/** A board as it was read; rows that are as they were in the board read before are the same objects. */
export interface Reading {
  position: number
  recordedAt: Instant
  at: Instant
  known: Known
}

/** Of each channel, one board is told by what differs from the one before. */
export type Channel = 'present' | 'past'

export interface Asked {
  number: number
  channel: Channel
  bytes: ArrayBuffer
}

export type Told = { number: number; channel: Channel } & (
  | { slice: Slice }
  | { whole: Whole }
  | { problem: string }
)

/** As much of a worker as is needed, so that tests can be one. */
export interface Port {
  postMessage(asked: Asked, transfer: Transferable[]): void
  onmessage: ((told: MessageEvent<Told>) => void) | null
  onerror: ((failure: ErrorEvent) => void) | null
}

interface Kept {
  orders: Map<string, BoardOrder>
  couriers: Map<string, BoardCourier>
  offers: Map<string, BoardOffer>
}

interface Waiting {
  resolve(reading: Reading): void
  reject(problem: Error): void
}

/** Reads boards of any size without holding up the main thread. */
export class Reader {
  readonly #open: () => Port
  readonly #waiting = new Map<number, Waiting>()
  readonly #known: Record<Channel, Known> = { present: NOTHING, past: NOTHING }
  /** The board that is being told, by channel. */
  readonly #begun: Partial<Record<Channel, Kept>> = {}
  #port: Port | null = null
  #number = 0

  constructor(open: () => Port) {
    this.#open = open
  }

  /** The bytes are a board as JSON; those that are given away cannot be read again. */
  read(channel: Channel, bytes: ArrayBuffer, giveAway = true): Promise<Reading> {
    if (!this.#port) {
      this.#port = this.#open()
      this.#port.onmessage = ({ data }) => this.#take(data)
      this.#port.onerror = () => this.#lose()
    }
    const number = ++this.#number
    this.#port.postMessage({ number, channel, bytes }, giveAway ? [bytes] : [])
    return new Promise((resolve, reject) => this.#waiting.set(number, { resolve, reject }))
  }

  #take(told: Told) {
    if ('slice' in told) this.#add(this.#begin(told.channel), told.slice)
    else if ('whole' in told) this.#end(told.number, told.channel, told.whole)
    else this.#waiting.get(told.number)?.reject(new Error(told.problem))
    if (!('slice' in told)) this.#waiting.delete(told.number)
  }

  /** A worker that cannot work is given up; the next board is read by another one, from nothing. */
  #lose() {
    this.#port = null
    for (const channel of ['present', 'past'] as const) {
      this.#known[channel] = NOTHING
      delete this.#begun[channel]
    }
    for (const it of this.#waiting.values()) it.reject(Problem.offline())
    this.#waiting.clear()
  }

  #begin(channel: Channel): Kept {
    const { orders, couriers, offers } = this.#known[channel]
    const begun = this.#begun[channel] ?? {
      orders: new Map(orders),
      couriers: new Map(couriers),
      offers: new Map(offers),
    }
    this.#begun[channel] = begun
    return begun
  }

  #add(begun: Kept, slice: Slice) {
    if (slice.kind === 'orders') for (const it of slice.rows) begun.orders.set(it.orderId, it)
    else if (slice.kind === 'couriers') {
      for (const it of slice.rows) begun.couriers.set(it.courierId, it)
    } else for (const it of slice.rows) begun.offers.set(it.assignmentId, it)
  }

  #end(number: number, channel: Channel, { gone, ...head }: Whole) {
    const known = this.#begin(channel)
    for (const kind of ['orders', 'couriers', 'offers'] as const) {
      for (const id of gone[kind]) known[kind].delete(id)
    }
    delete this.#begun[channel]
    this.#known[channel] = known
    this.#waiting.get(number)?.resolve({ ...head, known })
  }
}

export const reader = new Reader(
  () => new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' }) as Port,
)
