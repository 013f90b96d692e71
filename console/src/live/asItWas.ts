import { computed, effect, signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { get } from '../api/client'
import { Problem } from '../api/problem'
import { type Resource, useResource } from '../api/resource'
import { isLive, type Moment, moment, playing, written } from './moment'

type Kind = 'order' | 'courier' | 'payment' | 'assignment'

const WHILE_PLAYED_MS = 1_000
const GAP_MS = 150

/** What something was at the moment that the console shows; nothing while it is live. */
class AsItWas<S> {
  readonly value = signal<S | null>(null)
  readonly failure = signal<unknown>(null)
  readonly #path: string
  #life = new AbortController()
  #wanted: Moment | null = null
  #isReading = false
  #timer = 0

  constructor(kind: Kind, id: string) {
    this.#path = `/v1/history/${kind}/${encodeURIComponent(id)}`
  }

  follow(): () => void {
    const leave = effect(() => this.#turn(moment.value))
    return () => {
      leave()
      this.#turn(null)
    }
  }

  async reload() {
    await this.#read()
  }

  #turn(next: Moment | null) {
    const first = this.#wanted === null
    this.#wanted = next
    if (next === null) this.#end()
    else if (first) void this.#read()
    else this.#readSoon()
  }

  #end() {
    window.clearTimeout(this.#timer)
    this.#life.abort()
    this.#life = new AbortController()
    this.#isReading = false
    this.#timer = 0
    this.value.value = null
    this.failure.value = null
  }

  #readSoon() {
    if (this.#timer || this.#isReading) return
    const wait = playing.peek() === null ? GAP_MS : WHILE_PLAYED_MS
    this.#timer = window.setTimeout(() => void this.#read(), wait)
  }

  async #read() {
    const asked = this.#wanted
    if (!asked) return
    this.#timer = 0
    this.#isReading = true
    const { signal: life } = this.#life
    const { at, position } = written(asked) as { at: string; position?: string }
    const when = position === undefined ? `at=${at}` : `position=${position}`
    const read = get<{ state: S }>(`${this.#path}?${when}`, { signal: life })
    await read.then(
      ({ state }) => life.aborted || this.#take(state, null),
      (problem) => life.aborted || this.#take(null, ofThen(problem)),
    )
    if (life.aborted) return
    this.#isReading = false
    if (asked !== this.#wanted) this.#readSoon()
  }

  #take(value: S | null, failure: unknown) {
    this.value.value = value
    this.failure.value = failure
  }
}

function ofThen(problem: unknown) {
  const isNone = problem instanceof Problem && problem.status === 404
  return isNone ? new Problem('not-yet', 404, '') : problem
}

/**
 * Something as it is or, while the console is rewound, as it was; `shape` makes of what history tells
 * what the interface would, with what is known of it now.
 */
export function useNowOrThen<T, S = T>(
  live: Resource<T>,
  kind: Kind,
  id: string,
  shape: (state: S, now: T | null) => T,
): Resource<T> {
  const past = useMemo(() => new AsItWas<S>(kind, id), [kind, id])
  useEffect(() => (id ? past.follow() : undefined), [past, id])
  const value = useMemo(
    () =>
      computed(() => {
        const state = past.value.value
        return state && shape(state, live.value.value)
      }),
    [past, live, shape],
  )
  if (isLive.value) return live
  return { value, failure: past.failure, reload: () => past.reload() }
}

/** A resource of which only what had happened by the moment is told. */
export function useUntil<T>(path: string, cut: (whole: T, at: number) => T): Resource<T> {
  const whole = useResource<T>(path)
  const value = useMemo(
    () =>
      computed(() => {
        const all = whole.value.value
        const at = moment.value?.at
        return all && at !== undefined ? cut(all, at) : all
      }),
    [whole],
  )
  return { ...whole, value }
}
