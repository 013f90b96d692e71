/** What a chart over time shows. */

export interface Line {
  label: string
  values: readonly (number | null)[]
  /** Of the page's colours `--hue-1` to `--hue-9`. */
  hue: number
  how?: 'line' | 'bars' | 'points' | 'dashed'
}

export interface Band {
  label: string
  low: readonly (number | null)[]
  high: readonly (number | null)[]
  hue: number
  /** The wider one of two. */
  outer?: boolean
}

export interface Chart {
  /** When each piece begins, in milliseconds. */
  times: readonly number[]
  stepMs: number
  timeZone: string
  lines: readonly Line[]
  bands: readonly Band[]
  /** Whether all values are counts. */
  whole?: boolean
  /** How many of the values' unit are one of the axis'. */
  per: number
  said: (value: number | null) => string
  axisSaid: (value: number) => string
  timeSaid: (at: number) => string
  hourSaid: (at: number) => string
  daySaid: (at: number) => string
}

/** Where a key leads on a chart of so many points; null is to let go, undefined another key. */
export function moved(key: string, at: number | null, count: number): number | null | undefined {
  const last = count - 1
  const from = at ?? (key === 'ArrowRight' ? -1 : count)
  const far = Math.max(1, Math.round(count / 10))
  const clamp = (to: number) => Math.max(0, Math.min(last, to))
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return clamp(from + 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return clamp(from - 1)
    case 'PageUp':
      return clamp(from + far)
    case 'PageDown':
      return clamp(from - far)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return at === null ? undefined : null
    default:
      return undefined
  }
}

/** What is said of one point: its time, and each line and band that has something there. */
export function toldOf(chart: Chart, at: number): string {
  const parts = [
    ...chart.lines.map(({ label, values }) => saying(label, values[at], chart)),
    ...chart.bands.map(({ label, low, high }) => {
      const [from, to] = [low[at] ?? null, high[at] ?? null]
      return from === null || to === null
        ? null
        : `${label} ${chart.said(from)} – ${chart.said(to)}`
    }),
  ].filter((it) => it !== null)
  return `${chart.timeSaid(chart.times[at] ?? 0)}: ${parts.join(', ') || '–'}`
}

function saying(label: string, value: number | null | undefined, chart: Chart) {
  return value === null || value === undefined ? null : `${label} ${chart.said(value)}`
}

/** Nothing at all was counted. */
export const isNaught = ({ lines }: Chart) =>
  lines.every((it) => it.values.every((value) => value === null || value === 0))

export const isEmpty = ({ lines }: Chart) =>
  lines.every((it) => it.values.every((value) => value === null))
