import type { Band, Chart, Line } from '../charts/chart'
import type { Kind } from './figures'
import { daySaid, hourSaid, onAxis, pieceSaid, said } from './format'
import type { Bucket } from './zone'
import { DAY_MS, HOUR_MS } from './zone'

interface Drawn {
  times: readonly number[]
  bucket: Bucket
  timeZone: string
  kind: Kind
  currency?: string | null
  lines: readonly Line[]
  bands?: readonly Band[]
}

/** So that the lines of the grid are at whole minutes, hours, per cent and pieces of money. */
function perOf(kind: Kind, currency: string | null | undefined): number {
  switch (kind) {
    case 'count':
      return 1
    case 'share':
      return 0.01
    case 'seconds':
      return 60
    case 'hours':
      return 3600
    case 'money':
      return currency ? 10 ** digitsOf(currency) : 1
  }
}

function digitsOf(currency: string) {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** A chart of figures over the pieces of a span. */
export function chartOf({
  times,
  bucket,
  timeZone,
  kind,
  currency,
  lines,
  bands = [],
}: Drawn): Chart {
  const stepMs = bucket === 'day' ? DAY_MS : HOUR_MS
  return {
    times,
    stepMs,
    timeZone,
    lines,
    bands,
    per: perOf(kind, currency),
    whole: kind === 'count',
    said: (value) => said(value, kind, currency),
    axisSaid: (value) => onAxis(value, kind, currency),
    timeSaid: (at) => pieceSaid(at, stepMs, timeZone),
    hourSaid: (at) => hourSaid(at, timeZone),
    daySaid: (at) => daySaid(at, timeZone),
  }
}
