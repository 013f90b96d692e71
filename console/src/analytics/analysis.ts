import type { Line } from '../charts/chart'

/** What the engine says of a series of numbers. */

export interface Accuracy {
  origins: number
  points: number
  mae: number
  mase: number | null
  coverage80: number | null
  coverage95: number | null
}

export interface Point {
  at: string
  value: number
  low80: number | null
  high80: number | null
  low95: number | null
  high95: number | null
}

export interface Forecast {
  model: 'regression' | 'seasonal_naive'
  beatsBaseline: boolean
  accuracy: Accuracy
  baseline: Accuracy
  points: Point[]
}

export interface Analysis {
  stepSeconds: number
  season: number
  quality: {
    steps: number
    missing: number
    firstMissing: string[]
    outliers: number
    firstOutliers: { at: string; value: number; usual: number; limit: number }[]
  }
  statistics: {
    count: number
    sum: number
    mean: number
    standardDeviation: number
    minimum: number
    median: number
    maximum: number
  } | null
  trend: {
    perStep: number
    low: number
    high: number
    significant: boolean
    growth: number | null
  } | null
  forecast: Forecast | null
  note: string | null
}

export interface Observation {
  at: number
  value: number | null
}

/** Values as they came, and behind them what is foretold, on one axis. */
export interface Joined {
  times: number[]
  past: (number | null)[]
  outliers: (number | null)[]
  foretold: (number | null)[]
  low80: (number | null)[]
  high80: (number | null)[]
  low95: (number | null)[]
  high95: (number | null)[]
}

export function joined(past: readonly Observation[], analysis: Analysis): Joined {
  const points = analysis.forecast?.points ?? []
  const odd = new Set(analysis.quality.firstOutliers.map((it) => Date.parse(it.at)))
  const gap = past.map(() => null)
  const none = points.map(() => null)
  const ahead = (of: (point: Point) => number | null) => [...gap, ...points.map(of)]
  return {
    times: [...past.map((it) => it.at), ...points.map((it) => Date.parse(it.at))],
    past: [...past.map((it) => it.value), ...none],
    outliers: [...past.map((it) => (odd.has(it.at) ? it.value : null)), ...none],
    foretold: ahead((it) => it.value),
    low80: ahead((it) => it.low80),
    high80: ahead((it) => it.high80),
    low95: ahead((it) => it.low95),
    high95: ahead((it) => it.high95),
  }
}

/** Whether ranges promise more than they held: a tenth less than said is told. */
export const isNarrow = ({ coverage80, coverage95 }: Accuracy) =>
  (coverage80 !== null && coverage80 < 0.7) || (coverage95 !== null && coverage95 < 0.85)

const MISSING = new Set(['', 'NA', 'NaN', 'null'])

/** The rows of a file that can be read, in the order of time, with a hole for each missing step. */
export function observationsOf(csv: string): Observation[] {
  const rows: Observation[] = []
  for (const line of csv.split(/\r?\n/).slice(1)) {
    const [at = '', value = ''] = line.split(',').map((it) => it.trim().replace(/^"|"$/g, ''))
    const moment = Date.parse(at)
    if (Number.isNaN(moment)) continue
    rows.push({ at: moment, value: MISSING.has(value) ? null : Number(value) })
  }
  return rows.sort((a, b) => a.at - b.at)
}

const MOST_STEPS = 20_000

export function withHoles(rows: readonly Observation[], stepSeconds: number): Observation[] {
  const step = stepSeconds * 1000
  const whole: Observation[] = []
  for (const row of rows) {
    let next = (whole.at(-1)?.at ?? row.at - step) + step
    while (next < row.at && whole.length < MOST_STEPS) {
      whole.push({ at: next, value: null })
      next += step
    }
    whole.push(row)
  }
  return whole
}

export const hasRanges = (points: readonly Point[]) => points.some((it) => it.low80 !== null)
export const hasWideRanges = (points: readonly Point[]) => points.some((it) => it.low95 !== null)

export const isShown = (line: Line) => line.values.some((it) => it !== null)
