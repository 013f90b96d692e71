/** Which past hours a run is about unless somebody says otherwise. */

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const LONGEST_MS = 3 * HOUR_MS
/** An order that is open for longer is an exception, and does not hold the window back. */
const USUAL_MS = 45 * MINUTE_MS

export interface Window {
  from: number
  to: number
}

interface Known {
  now: number
  /** The beginnings of hours in which orders were placed. */
  busy: readonly number[]
  /** When the oldest order that is not over was placed. */
  oldestOpen: number | null
  /** When the live policy became so. */
  liveSince: number | null
}

/**
 * The last hours, at most three, that have orders which are all over, but for exceptions, and were
 * dispatched by one policy. Null if there are none.
 */
export function usualWindow({ now, busy, oldestOpen, liveSince }: Known): Window | null {
  const over = oldestOpen === null ? now : Math.max(oldestOpen, now - USUAL_MS)
  const to = Math.floor(Math.min(now, over) / MINUTE_MS) * MINUTE_MS
  const hours = busy.filter((it) => it < to).toSorted((a, b) => b - a)
  const last = hours[0]
  if (last === undefined) return null
  let first = last
  for (const hour of hours.slice(1)) {
    if (first - hour > HOUR_MS || to - hour > LONGEST_MS) break
    first = hour
  }
  const end = Math.min(to, last + HOUR_MS)
  const from = Math.max(first, liveSince ? Math.ceil(liveSince / MINUTE_MS) * MINUTE_MS : 0)
  return from < end ? { from, to: end } : null
}

/** As a field of the type `datetime-local` has it, by the clock of this device. */
export function fieldOf(at: number): string {
  const shifted = new Date(at - new Date(at).getTimezoneOffset() * MINUTE_MS)
  return shifted.toISOString().slice(0, 16)
}

export const instantOf = (field: string): number => new Date(field).getTime()
