import { computed, signal } from '@preact/signals'
import { get } from '../api/client'

/** The engine's clock, which may run faster than life. It moves on once a second. */
const present = signal(Date.now())
const AGAIN_MS = 2_000
const turned = signal<number | null>(null)

/** What the console's clock shows: the engine's time, or the moment that it is turned to. */
export const now = computed(() => turned.value ?? present.value)
/** How many times faster than life the engine's clock runs. */
export const speed = signal(1)

/** Whether the engine has said what time it is. */
export const isSet = signal(false)

let engine = Date.now()
let real = Date.now()

export function setClock(instant: string) {
  engine = Date.parse(instant)
  real = Date.now()
  isSet.value = true
}

/** The engine's time, whatever moment is shown. */
export const liveNow = () => engine + (Date.now() - real) * speed.peek()

/** Likewise `now`, to the millisecond. */
export const engineNow = () => turned.peek() ?? liveNow()

/** Shows another time than the engine's, to the second; null for the engine's again. */
export function turnClock(to: number | null) {
  turned.value = to === null ? null : Math.floor(to / 1000) * 1000
  if (to === null) present.value = liveNow()
}

/** Until then the engine's time is taken for the device's. */
export const isClockKnown = signal(false)

export async function readClock() {
  const told = await get<{ now: string; speed: number }>('/v1/clock')
  speed.value = told.speed
  setClock(told.now)
  present.value = liveNow()
  isClockKnown.value = true
}

function readUntilKnown() {
  readClock().catch(() => setTimeout(readUntilKnown, AGAIN_MS))
}

export function runClock() {
  readUntilKnown()
  setInterval(() => {
    if (!document.hidden) present.value = liveNow()
  }, 1000)
}
