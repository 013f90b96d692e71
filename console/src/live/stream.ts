import { signal } from '@preact/signals'

/** A message from the engine. */
export interface Frame {
  type: string
  topic?: string
  cursor?: string
  [field: string]: unknown
}

export interface Listener {
  take(frame: Frame): void
  /** What was known is to be read again: more has happened than is told again. */
  gap(): void
  /** From here on it is live. */
  caughtUp?(): void
}

/** `waiting`: the line broke, and is tried again in a moment. */
export type LineState = 'closed' | 'connecting' | 'live' | 'waiting'

/** What a stream needs of the world, so that tests can be one. */
export interface World {
  open(token: string, ear: Ear): Line
  token(): Promise<string | null>
  renew(): Promise<boolean>
  now(): number
  random(): number
  later(work: () => void, milliseconds: number): number
  cancel(timer: number): void
}

export interface Line {
  send(text: string): void
  close(): void
}

/** What a line tells. */
export interface Ear {
  opened(): void
  heard(text: string): void
  closed(code: number): void
}

interface Topic {
  listener: Listener
  cursor: string | null
  subscribed: boolean
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 20_000
const SILENT_MS = 45_000
const CHECK_MS = 5_000
const TOKEN_EXPIRED = 4001
const ACCESS_ENDED = 4003

/** The one line to the engine: its topics go on where they were after every break. */
export class Stream {
  readonly state = signal<LineState>('closed')
  /** When something came last; real time. */
  readonly heardAt = signal(0)

  readonly #world: World
  readonly #topics = new Map<string, Topic>()
  readonly #hearers = new Map<string, Set<(frame: Frame) => void>>()
  #line: Line | null = null
  #attempts = 0
  #timer = 0
  #watch = 0

  constructor(world: World) {
    this.#world = world
  }

  follow(name: string, listener: Listener, from: string | null = null): () => void {
    this.#topics.set(name, { listener, cursor: from, subscribed: false })
    if (this.state.peek() === 'live') this.#subscribe(name)
    else if (this.state.peek() === 'closed') void this.#connect()
    return () => this.#unfollow(name, listener)
  }

  /** Hears along with who follows the topic. */
  hear(name: string, take: (frame: Frame) => void): () => void {
    const hearers = this.#hearers.get(name) ?? new Set()
    this.#hearers.set(name, hearers.add(take))
    return () => {
      hearers.delete(take)
      if (hearers.size === 0 && this.#hearers.get(name) === hearers) this.#hearers.delete(name)
    }
  }

  /** Tries at once, when there is reason to hope. */
  hope() {
    const state = this.state.peek()
    const isWanted = state === 'waiting' || (state === 'closed' && this.#topics.size > 0)
    if (isWanted) void this.#connect()
  }

  close() {
    this.#topics.clear()
    this.#hangUp('closed')
  }

  #unfollow(name: string, listener: Listener) {
    if (this.#topics.get(name)?.listener !== listener) return
    this.#topics.delete(name)
    if (this.state.peek() === 'live') this.#send({ type: 'unsubscribe', topic: name })
  }

  async #connect() {
    this.#world.cancel(this.#timer)
    this.state.value = 'connecting'
    const token = await this.#world.token()
    if (this.state.peek() !== 'connecting' || this.#line) return
    if (token) this.#open(token)
    else this.#hangUp('closed')
  }

  #open(token: string) {
    const isCurrent = () => this.#line === line
    const line = this.#world.open(token, {
      opened: () => isCurrent() && this.#opened(),
      heard: (text) => isCurrent() && this.#heard(JSON.parse(text)),
      closed: (code) => isCurrent() && this.#closed(code),
    })
    this.#line = line
    this.heardAt.value = this.#world.now()
    this.#world.cancel(this.#watch)
    this.#listenForSilence()
  }

  #opened() {
    this.state.value = 'live'
    for (const name of this.#topics.keys()) this.#subscribe(name)
  }

  #subscribe(name: string) {
    const topic = this.#topics.get(name)
    if (!topic) return
    topic.subscribed = false
    const resume = topic.cursor === null ? {} : { resume: topic.cursor }
    this.#send({ type: 'subscribe', topic: name, ...resume })
  }

  #heard(frame: Frame) {
    this.heardAt.value = this.#world.now()
    if (frame.type === 'heartbeat') return this.#beat(frame)
    const name = this.#topicOf(frame)
    const topic = name === undefined ? undefined : this.#topics.get(name)
    if (!topic || name === undefined) return
    if (frame.cursor !== undefined) topic.cursor = frame.cursor
    if (frame.type === 'subscribed') this.#subscribed(topic)
    else if (frame.type === 'problem') this.#refused(name, topic, String(frame.code))
    else {
      topic.listener.take(frame)
      for (const take of this.#hearers.get(name) ?? []) take(frame)
    }
  }

  /** What is told of a cell belongs to the window of the map, of which there is one. */
  #topicOf({ topic, cell }: Frame) {
    if (topic !== undefined || cell === undefined) return topic
    return [...this.#topics.keys()].find((it) => it.startsWith('viewport:'))
  }

  #beat(frame: Frame) {
    for (const topic of this.#topics.values()) {
      if (topic.subscribed && frame.cursor !== undefined) topic.cursor = frame.cursor
      topic.listener.take(frame)
    }
  }

  #subscribed(topic: Topic) {
    this.#attempts = 0
    topic.subscribed = true
    topic.listener.caughtUp?.()
  }

  /** A cursor that does not serve is let go: the state is read again, from now on. */
  #refused(name: string, topic: Topic, code: string) {
    if (code === 'unavailable') return this.#lost()
    if (topic.cursor === null) return
    topic.cursor = null
    this.#subscribe(name)
    topic.listener.gap()
  }

  #closed(code: number) {
    if (code === ACCESS_ENDED || code === TOKEN_EXPIRED) void this.#world.renew()
    if (code === TOKEN_EXPIRED) this.#attempts = 0
    this.#lost()
  }

  #lost() {
    this.#hangUp('waiting')
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#attempts++)
    const jitter = 0.5 + this.#world.random() / 2
    this.#timer = this.#world.later(() => void this.#connect(), wait * jitter)
  }

  #listenForSilence() {
    this.#watch = this.#world.later(() => {
      const silent = this.#world.now() - this.heardAt.peek() > SILENT_MS
      if (silent) this.#lost()
      else this.#listenForSilence()
    }, CHECK_MS)
  }

  #hangUp(next: LineState) {
    const line = this.#line
    this.#line = null
    this.#world.cancel(this.#timer)
    this.#world.cancel(this.#watch)
    line?.close()
    for (const topic of this.#topics.values()) topic.subscribed = false
    this.state.value = next
  }

  #send(frame: object) {
    this.#line?.send(JSON.stringify(frame))
  }
}
