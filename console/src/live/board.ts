import { computed, effect, signal, untracked } from '@preact/signals'
import { get, getBytes } from '../api/client'
import type { BoardChanges } from '../api/types'
import { liveNow, speed } from './clock'
import { Kept } from './kept'
import { isLive, type Moment, moment, placeAt, playing, playUpTo, written } from './moment'
import { Past } from './past'
import * as present from './present'
import { reader } from './reader'

/** What is later than this, in seconds of life, may not be told of yet. */
const FRESH_SECONDS = 1

const KEPT_BYTES = 32 << 20

const boards = new Kept(KEPT_BYTES)

const past = new Past({
  board: async (at, life) => reader.read('past', await readBoard(at, life), false),
  changes: (after, limit, life) =>
    get<BoardChanges>(`/v1/board/changes?after=${after}&limit=${limit}`, { signal: life }),
  place: placeAt,
  live: () => liveNow() - FRESH_SECONDS * 1000 * speed.peek(),
  now: () => performance.now(),
  later: (work, milliseconds) => window.setTimeout(work, milliseconds),
  cancel: (timer) => window.clearTimeout(timer),
})

const shown = computed(() => (isLive.value ? present : past))

/** The zone at the moment that the console shows, as this window knows it. */
export const known = computed(() => shown.value.known.value)
export const failure = computed(() => shown.value.failure.value)
/** Of when the last whole board is; null until there is one. */
export const asOf = computed(() => shown.value.asOf.value)

/** Whether the board of another moment is on its way. */
export const isReading = past.isReading

const followers = signal(0)
let unfollow: (() => void) | null = null

/** Keeps the board up to date as long as somebody looks at it. */
export function followBoard(): () => void {
  if (followers.peek() === 0) unfollow = present.follow()
  followers.value++
  return () => {
    followers.value--
    if (followers.peek() === 0) unfollow?.()
  }
}

export function readNow() {
  if (isLive.peek()) void present.readNow()
  else past.again()
}

function readBoard(at: Moment, life: AbortSignal) {
  const asked = `/v1/board?${new URLSearchParams(written(at))}`
  return boards.get(asked, () => getBytes(asked, { signal: life }))
}

effect(() => {
  const [at, speed, isLookedAt] = [moment.value, playing.value, followers.value > 0]
  untracked(() => (at && isLookedAt ? past.turn(at, speed) : past.rest()))
})

/** Meanwhile it was read less often. */
effect(() => {
  if (isLive.value && followers.peek() > 0) void untracked(present.readNow)
})

playUpTo((at) => (followers.peek() > 0 ? past.upTo : at))
