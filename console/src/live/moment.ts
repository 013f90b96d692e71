import { batch, computed, effect, signal } from '@preact/signals'
import { objectBy } from '../api/client'
import { Problem } from '../api/problem'
import { keep, query } from '../shell/address'
import { speed as life, liveNow, turnClock } from './clock'

/** A time by the recorded clock, and the place in the log once it is known: then it is exact. */
export interface Moment {
  /** In milliseconds. */
  at: number
  position: number | null
}

export const SPEEDS = [1, 2, 5, 10, 30, 60] as const
export type Speed = (typeof SPEEDS)[number]

/** The moment that the console shows; null while it is live. */
export const moment = signal<Moment | null>(null)
export const isLive = computed(() => moment.value === null)
/** How many seconds pass in one while it is played; null while it stands. */
export const playing = signal<Speed | null>(null)

const TICK_MS = 100
/** What is played up to so near, in seconds of life, is live. */
const NOW_SECONDS = 3
const WRITTEN_MS = 300

let timer = 0
let ticked = 0
let writing = 0
let known: (at: number) => number = (at) => at
/** As the address has it. */
let kept = ''

/** Shows how it was; a time that has not come is now. */
export function rewindTo(at: number, position: number | null = null) {
  if (at >= liveNow()) return goLive()
  show({ at, position })
  staySoon()
}

/** The place in the log that belongs to the moment has become known. */
export function placeAt(position: number) {
  const shown = moment.peek()
  if (!shown || shown.position === position) return
  moment.value = { ...shown, position }
  if (playing.peek() === null) staySoon()
}

export function goLive() {
  window.clearInterval(timer)
  playing.value = null
  show(null)
  stay()
}

export function play(speed: Speed) {
  if (moment.peek() === null) return
  playing.value = speed
  ticked = performance.now()
  window.clearInterval(timer)
  timer = window.setInterval(tick, TICK_MS)
}

export function pause() {
  window.clearInterval(timer)
  if (playing.peek() === null) return
  playing.value = null
  stay()
}

/** Playing goes no further than to what this returns for the time that it would come to. */
export function playUpTo(limit: (at: number) => number) {
  known = limit
}

/** The moment as the address has it. */
export function written({ at, position }: Moment) {
  const time = new Date(at).toISOString().replace('.000Z', 'Z')
  return position === null ? { at: time } : { at: time, position: String(position) }
}

export function read(said: URLSearchParams): Moment | null {
  const at = Date.parse(said.get('at') ?? '')
  if (Number.isNaN(at)) return null
  const position = Number(said.get('position') ?? Number.NaN)
  return { at, position: Number.isInteger(position) && position >= 0 ? position : null }
}

/** Shows the moment that the address names, now and whenever a link leads to another one. */
export function followMoment() {
  objectBy(() => (isLive.peek() ? null : new Problem('rewound', 409, '')))
  return effect(() => {
    const said = read(query.value)
    if (!said || JSON.stringify(written(said)) === kept) return
    window.clearInterval(timer)
    playing.value = null
    show(said)
    stay()
  })
}

function show(next: Moment | null) {
  batch(() => {
    turnClock(next?.at ?? null)
    moment.value = next
  })
}

/** Browsers refuse to write the address all the time. */
function staySoon() {
  window.clearTimeout(writing)
  writing = window.setTimeout(stay, WRITTEN_MS)
}

function stay() {
  window.clearTimeout(writing)
  const said = moment.peek() ? written(moment.peek() as Moment) : {}
  kept = JSON.stringify(said)
  keep(said)
}

function tick() {
  const [shown, speed] = [moment.peek(), playing.peek()]
  if (!shown || speed === null) return
  const passed = performance.now() - ticked
  ticked += passed
  const next = shown.at + passed * speed
  if (next >= liveNow() - NOW_SECONDS * 1000 * life.peek()) return goLive()
  const at = Math.max(shown.at, Math.min(next, known(next)))
  show({ at, position: null })
}
