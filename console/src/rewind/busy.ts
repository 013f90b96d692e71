import { get } from '../api/client'
import { may } from '../session/session'
import type { Span } from './span'

/** How busy a span was, and what went wrong in it. */
export interface Busy {
  slices: { from: number; to: number; orders: number }[]
  incidents: { at: number; type: string }[]
  /** Whether there were no more than can be shown. */
  whole: boolean
}

export const QUIET: Busy = { slices: [], incidents: [], whole: true }

const INCIDENTS = ['OrderCancelled', 'DeliveryFailed', 'OrderStranded', 'AssignmentAbandoned']
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** So far orders are counted one by one. */
const FINE = 6 * HOUR
const SLICES = 60
const MOST_EVENTS = 1_000
const MOST_PAGES = 4

interface Event {
  type: string
  recordedAt: string
}

export async function readBusy(span: Span, life: AbortSignal): Promise<Busy> {
  const events = may('history:read')
  if (events && span.to - span.from <= FINE) {
    const { found, whole } = await readEvents(span, ['OrderPlaced', ...INCIDENTS], life)
    const slices = whole ? slice(span, placed(found)) : await readSeries(span, life)
    return { slices, incidents: incidents(found), whole }
  }
  const [slices, { found, whole }] = await Promise.all([
    readSeries(span, life),
    events ? readEvents(span, INCIDENTS, life, 1) : { found: [], whole: true },
  ])
  return { slices, incidents: incidents(found), whole }
}

const timeOf = ({ recordedAt }: Event) => Date.parse(recordedAt)
const placed = (events: Event[]) => events.filter((it) => it.type === 'OrderPlaced').map(timeOf)

function incidents(events: Event[]) {
  return events
    .filter((it) => INCIDENTS.includes(it.type))
    .map((it) => ({ at: timeOf(it), type: it.type }))
}

export function slice({ from, to }: Span, times: readonly number[]): Busy['slices'] {
  const length = (to - from) / SLICES
  const counts = new Array<number>(SLICES).fill(0)
  for (const time of times) {
    const index = Math.min(Math.floor((time - from) / length), SLICES - 1)
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1
  }
  return counts.map((orders, i) => ({
    from: from + i * length,
    to: from + (i + 1) * length,
    orders,
  }))
}

async function readEvents(span: Span, types: string[], life: AbortSignal, pages = MOST_PAGES) {
  const asked = new URLSearchParams({
    type: types.join(','),
    recordedFrom: new Date(span.from).toISOString(),
    recordedTo: new Date(span.to).toISOString(),
    order: 'newest_first',
    limit: String(MOST_EVENTS),
  })
  const found: Event[] = []
  let whole = false
  for (let page = 0; page < pages; page++) {
    const read = await get<{ events: Event[]; nextCursor: string | null }>(
      `/v1/history/events?${asked}`,
      { signal: life },
    )
    found.push(...read.events)
    whole = !read.nextCursor
    if (!read.nextCursor) break
    asked.set('cursor', read.nextCursor)
  }
  return { found, whole }
}

async function readSeries(span: Span, life: AbortSignal): Promise<Busy['slices']> {
  if (!may('analytics:read-any')) return []
  const hourly = span.to - span.from <= 31 * DAY
  const asked = new URLSearchParams({
    measure: 'orders',
    bucket: hourly ? 'hour' : 'day',
    from: seconds(Math.max(span.from, span.to - 399 * DAY)),
    to: seconds(span.to),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
  const { figures } = await get<{ figures: { at: string; count: number }[] }>(
    `/v1/analytics/series?${asked}`,
    { signal: life },
  )
  const length = hourly ? HOUR : DAY
  return figures.map(({ at, count }) => {
    const from = Date.parse(at)
    return { from, to: Math.min(from + length, span.to), orders: count }
  })
}

const seconds = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`
