import { signal } from '@preact/signals'
import { get } from '../api/client'

/** The engine's clock, which may run faster than life. `now` moves on once a second. */
export const now = signal(Date.now())
export const speed = signal(1)

let engine = Date.now()
let real = Date.now()

export function setClock(instant: string) {
  engine = Date.parse(instant)
  real = Date.now()
}

export const engineNow = () => engine + (Date.now() - real) * speed.peek()

export async function readClock() {
  const told = await get<{ now: string; speed: number }>('/v1/clock')
  speed.value = told.speed
  setClock(told.now)
  now.value = engineNow()
}

export function runClock() {
  void readClock().catch(() => undefined)
  setInterval(() => {
    if (!document.hidden) now.value = engineNow()
  }, 1000)
}
