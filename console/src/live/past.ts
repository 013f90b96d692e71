import { batch, signal } from '@preact/signals'
import type { BoardChanges, Instant } from '../api/types'
import { Ahead, put, withSeen } from './changes'
import { type Known, NOTHING } from './fold'
import type { Moment } from './moment'
import type { Reading } from './reader'

/** What showing the past needs of the world, so that tests can be one. */
export interface World {
  board(moment: Moment, life: AbortSignal): Promise<Reading>
  changes(after: number, limit: number, life: AbortSignal): Promise<BoardChanges>
  /** The place in the log of the moment that is shown has become known. */
  place(position: number): void
  /** The engine's time. */
  live(): number
  /** Real time. */
  now(): number
  later(work: () => void, milliseconds: number): number
  cancel(timer: number): void
}

/** Between two boards that are asked for while somebody looks for a moment. */
const GAP_MS = 150
/** A board that takes longer is let go if another one is wanted. */
const PATIENCE_MS = 1_500
const AGAIN_MS = 2_000
const SOON_MS = 500
/** How much of what is played is there before it is due, in real time. */
const AHEAD_MS = 6_000
const MOST_CHANGES = 500
/** Where couriers were is read as often, in real time, and for at most this share of it. */
const SEEN_MS = 1_000
const SHARE = 0.1

/** The board of the moment; while it is played, by what changed from event to event. */
export class Past {
  readonly known = signal<Known>(NOTHING)
  /** Of which moment it was read last; null until there is a board. */
  readonly asOf = signal<Instant | null>(null)
  readonly failure = signal<unknown>(null)
  readonly isReading = signal(false)

  readonly #world: World
  #wanted: Moment | null = null
  /** What is on its way for the moment shown; another moment makes it void. */
  #life = new AbortController()
  #loading: { moment: Moment; began: number; life: AbortController } | null = null
  #began = Number.NEGATIVE_INFINITY
  #timer = 0
  #at = Number.NEGATIVE_INFINITY
  #position = -1
  #isPlayed = false
  #ahead = new Ahead(-1, Number.NEGATIVE_INFINITY)
  #isAsking = false
  /** The next board that couriers' places are taken from. */
  #next: { at: number; reading: Reading | null } | null = null
  #nextAfter = 0

  constructor(world: World) {
    this.#world = world
  }

  turn(moment: Moment, speed: number | null) {
    this.#wanted = moment
    if (speed !== null && this.#isNext(moment)) this.#play(moment.at, speed)
    else if (!this.#isShown(moment)) this.#load()
  }

  /** Nobody looks at the past any more. */
  rest() {
    if (!this.#wanted) return
    this.#wanted = null
    this.#loading?.life.abort()
    this.#loading = null
    this.#world.cancel(this.#timer)
    this.#forget()
    this.#at = Number.NEGATIVE_INFINITY
    batch(() => {
      this.known.value = NOTHING
      this.asOf.value = null
      this.failure.value = null
      this.isReading.value = false
    })
  }

  again() {
    this.failure.value = null
    if (this.#wanted && !this.#isShown(this.#wanted)) this.#load()
  }

  /** Up to what time it can be played now. */
  get upTo() {
    return this.#loading || !this.#wanted ? Number.NEGATIVE_INFINITY : this.#ahead.time
  }

  #isShown({ at, position }: Moment) {
    const isSame = at === this.#at && (position === null || position === this.#position)
    return isSame && !this.#isPlayed
  }

  #isNext({ at, position }: Moment) {
    const isHere = position === null || position === this.#position
    return !this.#loading && isHere && at >= this.#at && at <= this.#ahead.time
  }

  #load() {
    this.#world.cancel(this.#timer)
    const { now } = this.#world
    if (this.#loading) {
      const { moment, began, life } = this.#loading
      if (isSame(moment, this.#wanted)) return
      const patience = began + PATIENCE_MS - now()
      if (patience > 0) {
        this.#timer = this.#world.later(() => this.#load(), patience)
        return
      }
      life.abort()
    }
    const wait = this.#began + GAP_MS - now()
    if (wait > 0) this.#timer = this.#world.later(() => void this.#read(), wait)
    else void this.#read()
  }

  async #read() {
    if (!this.#wanted) return
    const loading = { moment: this.#wanted, began: this.#world.now(), life: new AbortController() }
    this.#loading = loading
    this.#began = loading.began
    this.isReading.value = true
    const [reading, problem] = await settled(this.#world.board(loading.moment, loading.life.signal))
    if (this.#loading !== loading) return
    this.#loading = null
    this.#world.cancel(this.#timer)
    const isWanted = isSame(loading.moment, this.#wanted)
    batch(() => {
      this.isReading.value = !isWanted
      if (reading) this.#show(reading, loading.moment.at)
      else if (isWanted) this.#fail(problem)
    })
    if (!isWanted) this.#load()
  }

  /** No other moment stands in for one that cannot be had. */
  #fail(problem: unknown) {
    this.#forget()
    this.#at = Number.NEGATIVE_INFINITY
    this.failure.value = problem
    this.asOf.value = null
    this.known.value = NOTHING
  }

  #show(reading: Reading, at: number) {
    this.#forget()
    this.#at = at
    this.#position = reading.position
    this.#ahead = new Ahead(reading.position, at)
    this.failure.value = null
    this.asOf.value = reading.at
    this.known.value = reading.known
    if (this.#wanted?.at === at) this.#world.place(reading.position)
  }

  #forget() {
    this.#life.abort()
    this.#life = new AbortController()
    this.#isAsking = false
    this.#isPlayed = false
    this.#next = null
    this.#ahead = new Ahead(-1, Number.NEGATIVE_INFINITY)
  }

  #play(at: number, speed: number) {
    const due = this.#ahead.take(at)
    this.#at = at
    this.#isPlayed = true
    this.#position = due.at(-1)?.position ?? this.#position
    const known = put(this.known.peek(), due)
    const seen = this.#takeSeen(at)
    this.known.value = seen ? withSeen(known, seen) : known
    if (this.#ahead.time - at < AHEAD_MS * speed) void this.#ask()
    void this.#readNext(at, speed)
  }

  /** From the board that was read ahead, once it is due. */
  #takeSeen(at: number) {
    if (!this.#next?.reading || this.#next.at > at) return null
    const { couriers } = this.#next.reading.known
    this.#next = null
    return couriers
  }

  async #ask() {
    if (this.#isAsking) return
    this.#isAsking = true
    const { signal } = this.#life
    const asked = this.#world.live()
    const ahead = this.#ahead
    const [told, problem] = await settled(this.#world.changes(ahead.position, MOST_CHANGES, signal))
    if (signal.aborted) return
    if (told) {
      const last = told.changes.at(-1)
      const isAll = told.changes.length < MOST_CHANGES || !last
      ahead.add(told.changes, told.position, isAll ? asked : Date.parse(last.recordedAt))
    }
    this.failure.value = told ? null : problem
    const free = () => {
      if (!signal.aborted) this.#isAsking = false
    }
    this.#world.later(free, told ? SOON_MS : AGAIN_MS)
  }

  async #readNext(at: number, speed: number) {
    const { now, board } = this.#world
    if (this.#next || now() < this.#nextAfter) return
    const next = { at: at + speed * SEEN_MS * 1.5, reading: null as Reading | null }
    if (next.at > this.#ahead.time) return
    this.#next = next
    const { signal } = this.#life
    const began = now()
    const [reading] = await settled(board({ at: next.at, position: null }, signal))
    if (signal.aborted) return
    this.#nextAfter = began + Math.max(SEEN_MS, (now() - began) / SHARE)
    next.reading = reading
    if (!reading) this.#next = null
  }
}

const isSame = (a: Moment, b: Moment | null) =>
  b !== null && a.at === b.at && (a.position === b.position || b.position === null)

async function settled<T>(promise: Promise<T>): Promise<[T, null] | [null, unknown]> {
  try {
    return [await promise, null]
  } catch (problem) {
    return [null, problem]
  }
}
