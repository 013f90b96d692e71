import { batch, signal } from '@preact/signals'
import { getBytes } from '../api/client'
import { setClock } from './clock'
import { fold, type Known, mayBeNews, NOTHING } from './fold'
import { stream } from './line'
import { isLive } from './moment'
import { type Reading, reader } from './reader'
import type { Frame } from './stream'

export const known = signal<Known>(NOTHING)
export const failure = signal<unknown>(null)
/** Engine time of the last whole board; null until there is one. */
export const asOf = signal<string | null>(null)

const SOON_MS = 1_500
/** Where couriers were seen changes without facts. */
const QUIET_MS = 15_000
/** A large board is read less often: reading takes at most this share of the time. */
const SHARE = 0.05
const HIDDEN_MS = 1_000

/** Come, and not yet shown. */
let waiting: Frame[] = []
/** Come since the last whole board, which a board that is on its way may not hold yet. */
let recent: Frame[] = []
let scheduled = false
let timer = 0
let due = Infinity
let position = -1
let lastTook = 0
let isFollowed = false

/** Keeps the board up to date; while the past is looked at, less often. */
export function follow(): () => void {
  isFollowed = true
  const unfollow = stream.follow('board', { take, gap: readAnew, caughtUp: readNow })
  void readNow()
  return () => {
    isFollowed = false
    unfollow()
    window.clearTimeout(timer)
    due = Infinity
  }
}

function take(frame: Frame) {
  if (frame.type === 'heartbeat') return setClock(String(frame.now))
  waiting.push(frame)
  recent.push(frame)
  if (!scheduled) {
    scheduled = true
    if (document.hidden) setTimeout(flush, HIDDEN_MS)
    else requestAnimationFrame(flush)
  }
}

function flush() {
  scheduled = false
  const facts = waiting
  waiting = []
  known.value = fold(
    known.peek(),
    facts.filter((it) => mayBeNews(it, asOf.peek())),
  )
  readSoon()
}

const readSoon = () => readWithin(SOON_MS)

/** The log may be another than it was, and shorter. */
function readAnew() {
  position = -1
  readSoon()
}

function readWithin(milliseconds: number) {
  const least = Math.max(lastTook / SHARE, isLive.peek() ? 0 : QUIET_MS)
  const at = performance.now() + Math.max(milliseconds, least)
  if (at >= due) return
  window.clearTimeout(timer)
  due = at
  timer = window.setTimeout(readNow, at - performance.now())
}

export async function readNow() {
  window.clearTimeout(timer)
  due = Infinity
  const began = performance.now()
  try {
    show(await reader.read('present', await getBytes('/v1/board')))
    lastTook = performance.now() - began
  } catch (problem) {
    failure.value = problem
  }
  if (isFollowed) readWithin(failure.peek() === null ? QUIET_MS : SOON_MS)
}

/** Of two that were asked for at the same time, the later one counts. */
function show(read: Reading) {
  if (read.position < position) return
  position = read.position
  recent = recent.filter((it) => mayBeNews(it, read.recordedAt))
  waiting = []
  batch(() => {
    failure.value = null
    asOf.value = read.recordedAt
    known.value = fold(read.known, recent)
  })
}
