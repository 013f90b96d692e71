/** Hours and days by the clock of a time zone. */

const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

const kept = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string) {
  const made =
    kept.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  kept.set(timeZone, made)
  return made
}

/** What the clock of a zone shows at a moment, as if it were the one of UTC. */
function wallOf(at: number, timeZone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of clockOf(timeZone).formatToParts(at)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** When the clock of a zone shows this; of two such moments the first one. */
function momentOf(wall: number, timeZone: string): number {
  const guess = wall - (wallOf(wall, timeZone) - wall)
  return wall - (wallOf(guess, timeZone) - guess)
}

export function startOfDay(at: number, timeZone: string, days = 0): number {
  const wall = wallOf(at, timeZone)
  return momentOf(Math.floor(wall / DAY_MS) * DAY_MS + days * DAY_MS, timeZone)
}

export type Bucket = 'hour' | 'day'

/** When the pieces of a span begin: with the span, then with each hour or day of the zone. */
export function piecesOf(from: number, to: number, bucket: Bucket, timeZone: string): number[] {
  const starts: number[] = []
  let at = from
  while (at < to) {
    starts.push(at)
    at = bucket === 'day' ? startOfDay(at, timeZone, 1) : nextHour(at, timeZone)
  }
  return starts
}

function nextHour(at: number, timeZone: string) {
  const wall = wallOf(at, timeZone)
  const whole = Math.floor(at / 1000) * 1000
  return whole - (wall % HOUR_MS) + HOUR_MS
}

export const zoneOfDevice = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

/** Zones to choose from, with the one in use if it is another. */
export function zones(current: string): string[] {
  const usual = [zoneOfDevice(), 'UTC', 'Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']
  return [...new Set([current, ...usual])]
}
