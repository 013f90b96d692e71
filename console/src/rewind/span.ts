import { computed, signal } from '@preact/signals'
import { get } from '../api/client'
import { liveNow } from '../live/clock'
import { moment } from '../live/moment'
import { may } from '../session/session'

/** Which part of the past the slider covers. */
export type Reach = '1h' | '6h' | '24h' | 'all' | 'day'

export interface Span {
  from: number
  to: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const REACHES = { '1h': HOUR, '6h': 6 * HOUR, '24h': DAY } as const
const LEAST = 60_000

/** Null until somebody has chosen one. */
export const chosen = signal<Reach | null>(null)
/** The chosen day's midnight by this device's clock. */
export const day = signal<number | null>(null)
/** When the first event was recorded; null as long as that is not known. */
export const began = signal<number | null>(null)
/** The engine's time, which moves on now and then while the slider is shown. */
export const end = signal(liveNow())

export const reach = computed<Reach>(() => {
  const at = moment.value?.at
  const preferred = chosen.value ?? (isYoung() ? 'all' : '24h')
  const fits = at === undefined || contains(spanOf(preferred, ownDay(at)), at)
  return fits ? preferred : 'day'
})

export const span = computed(() => spanOf(reach.value, ownDay(moment.value?.at ?? end.value)))

const isYoung = () => began.value !== null && end.value - began.value <= DAY
const contains = ({ from, to }: Span, at: number) => at >= from && at <= to

/** The day that was chosen, as long as the moment lies in it. */
function ownDay(at: number) {
  const chosenDay = day.value
  return chosenDay !== null && contains(spanOfDay(chosenDay), at) ? chosenDay : midnight(at)
}

export function spanOf(reach: Reach, midnight: number): Span {
  const [first, to] = [began.value ?? Number.NEGATIVE_INFINITY, end.value]
  if (reach === 'day') return spanOfDay(midnight)
  if (reach === 'all' && began.value !== null) return wide(began.value, to)
  const length = reach === 'all' ? DAY : REACHES[reach]
  return wide(Math.max(first, to - length), to)
}

const spanOfDay = (from: number) => wide(from, Math.min(dayAfter(from), end.value))
const wide = (from: number, to: number) => ({ from: Math.min(from, to - LEAST), to })

export const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)

/** Not each day has 24 hours. */
function dayAfter(from: number) {
  const next = new Date(from)
  return next.setDate(next.getDate() + 1)
}

export function moveEnd() {
  end.value = Math.floor(liveNow() / 1000) * 1000
}

export async function readBegan() {
  if (began.peek() !== null || !may('history:read')) return
  const { events } = await get<{ events: { recordedAt: string }[] }>('/v1/history/events?limit=1')
  if (events[0]) began.value = Math.floor(Date.parse(events[0].recordedAt) / 1000) * 1000
}
