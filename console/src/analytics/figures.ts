/** Figures of many orders, offers and shifts, as the engine gives them and as they are drawn. */

export interface Figure {
  measure: MeasureName
  at: string
  key: string | null
  currency: string | null
  count: number
  value: number
  p50: number | null
  p90: number | null
}

export type Kind = 'count' | 'share' | 'seconds' | 'hours' | 'money'

export const MEASURES = {
  orders: 'count',
  delivered: 'count',
  cancelled: 'share',
  revenue: 'money',
  click_to_door: 'seconds',
  ready_to_pickup: 'seconds',
  ready_to_door: 'seconds',
  offers: 'count',
  offers_accepted: 'count',
  offers_declined: 'count',
  offers_expired: 'count',
  acceptance: 'share',
  on_shift: 'hours',
  busy: 'hours',
  utilisation: 'share',
} as const satisfies Record<string, Kind>

export type MeasureName = keyof typeof MEASURES

export const kindOf = (measure: MeasureName): Kind => MEASURES[measure]

/** Of what is counted, none in a piece is zero; a mean of nothing is not known. */
const isSum = (kind: Kind) => kind === 'count' || kind === 'hours' || kind === 'money'

export type Values = (number | null)[]

export interface Pieces {
  value: Values
  p50: Values
  p90: Values
  count: Values
}

/** The figures of one measure and key on the pieces of a span, whose starts are ascending. */
export function onPieces(
  figures: readonly Figure[],
  starts: readonly number[],
  kind: Kind,
): Pieces {
  const empty = (): Values => starts.map(() => null)
  const none = (): Values => starts.map(() => (isSum(kind) ? 0 : null))
  const pieces = { value: none(), p50: empty(), p90: empty(), count: none() }
  for (const it of figures) {
    const i = placeOf(Date.parse(it.at), starts)
    if (i < 0) continue
    pieces.value[i] = it.value
    pieces.p50[i] = it.p50
    pieces.p90[i] = it.p90
    pieces.count[i] = it.count
  }
  return pieces
}

/** The last piece that begins at or before a moment. */
export function placeOf(at: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

export function byKey(figures: readonly Figure[]): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>()
  for (const it of figures) {
    const key = it.key ?? ''
    const list = found.get(key)
    if (list) list.push(it)
    else found.set(key, [it])
  }
  return found
}

/** The currencies there are, the one with the most orders first. */
export function currenciesOf(figures: readonly Figure[]): string[] {
  const counts = new Map<string, number>()
  for (const { currency, count } of figures) {
    if (currency) counts.set(currency, (counts.get(currency) ?? 0) + count)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([currency]) => currency)
}

/** One line of a table: a key, and its figures by measure; of several currencies the largest. */
export interface Line {
  key: string
  figures: Partial<Record<MeasureName, Figure>>
}

export function linesOf(figures: readonly Figure[]): Line[] {
  const lines = new Map<string, Line>()
  for (const it of figures) {
    const key = it.key ?? ''
    const line = lines.get(key) ?? { key, figures: {} }
    const before = line.figures[it.measure]
    if (!before || before.count < it.count) line.figures[it.measure] = it
    lines.set(key, line)
  }
  return [...lines.values()]
}

/** Lines without a figure come last, whichever way it is sorted. */
export function sorted(lines: readonly Line[], by: MeasureName, descending: boolean): Line[] {
  const sign = descending ? -1 : 1
  return lines.toSorted((a, b) => {
    const [one, two] = [a.figures[by]?.value, b.figures[by]?.value]
    if (one === undefined || two === undefined) {
      return Number(one === undefined) - Number(two === undefined) || order(a, b)
    }
    return sign * (one - two) || order(a, b)
  })
}

const order = (a: Line, b: Line) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** A path through values from 0 to 1 of a box; what is not known leaves a gap. */
export function sparkline(values: Values, width: number, height: number): string {
  const most = Math.max(1e-9, ...values.map((it) => it ?? 0))
  const step = values.length > 1 ? width / (values.length - 1) : 0
  let path = ''
  let open = false
  values.forEach((it, i) => {
    if (it === null) {
      open = false
      return
    }
    path += `${open ? 'L' : 'M'}${(i * step).toFixed(1)} ${(height - (it / most) * height).toFixed(1)}`
    open = true
  })
  return path
}
