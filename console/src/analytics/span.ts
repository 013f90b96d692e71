import { type Bucket, DAY_MS, piecesOf, startOfDay } from './zone'

/** Of which time the figures are. */
export interface Span {
  from: number
  to: number
  bucket: Bucket
  timeZone: string
}

export const PRESETS = ['today', 'yesterday', 'week', 'month', 'own'] as const
export type Preset = (typeof PRESETS)[number]

const MINUTE_MS = 60_000
const LONGEST_HOURS_MS = 31 * DAY_MS
const LONGEST_MS = 400 * DAY_MS

export interface Wanted {
  preset: Preset
  bucket: Bucket | null
  timeZone: string
  /** Dates, of a span of one's own; both are within it. */
  from: string | null
  to: string | null
}

/** The ends of what somebody wants, at a moment; null if that is no span. */
export function spanOf(wanted: Wanted, now: number): Span | null {
  const { timeZone } = wanted
  const end = Math.floor(now / MINUTE_MS) * MINUTE_MS
  const today = startOfDay(now, timeZone)
  switch (wanted.preset) {
    case 'today':
      return sized(today, end, wanted, 'hour')
    case 'yesterday':
      return sized(startOfDay(now, timeZone, -1), today, wanted, 'hour')
    case 'week':
      return sized(startOfDay(now, timeZone, -6), end, wanted, 'hour')
    case 'month':
      return sized(startOfDay(now, timeZone, -27), end, wanted, 'day')
    case 'own':
      return ownOf(wanted, end)
  }
}

const DATE = /^\d{4}-\d\d-\d\d$/

function ownOf(wanted: Wanted, end: number): Span | null {
  const { from, to, timeZone } = wanted
  if (!DATE.test(from ?? '') || !DATE.test(to ?? '')) return null
  const begin = startOfDate(from as string, timeZone)
  const last = startOfDay(startOfDate(to as string, timeZone), timeZone, 1)
  if (Number.isNaN(begin) || Number.isNaN(last) || last - begin > LONGEST_MS) return null
  return sized(begin, Math.min(last, end), wanted, last - begin > 8 * DAY_MS ? 'day' : 'hour')
}

/** Noon in UTC is the same date, or nearly, everywhere: the day of the zone is looked for from there. */
function startOfDate(date: string, timeZone: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`)
  const start = startOfDay(noon, timeZone)
  if (dateOf(start, timeZone) === date) return start
  return startOfDay(noon, timeZone, dateOf(start, timeZone) < date ? 1 : -1)
}

export const dateOf = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)

function sized(from: number, to: number, wanted: Wanted, usual: Bucket): Span | null {
  if (from >= to) return null
  const asked = wanted.bucket ?? usual
  const bucket = to - from > LONGEST_HOURS_MS ? 'day' : asked
  return { from, to, bucket, timeZone: wanted.timeZone }
}

/** As the engine wants it in an address. */
export function parametersOf({ from, to, timeZone }: Omit<Span, 'bucket'>): string {
  return `from=${instant(from)}&to=${instant(to)}&timeZone=${encodeURIComponent(timeZone)}`
}

const instant = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`

export const startsOf = ({ from, to, bucket, timeZone }: Span) =>
  piecesOf(from, to, bucket, timeZone)
