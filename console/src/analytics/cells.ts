import { byKey, type Figure, onPieces } from './figures'

/** Orders of one cell, at an hour or over a day. */
export interface CellDemand {
  cell: string
  orders: number
}

/** Hour by hour what was placed in each cell; an order without a cell is in none. */
export interface DayDemand {
  hours: readonly number[]
  cells: ReadonlyMap<string, readonly number[]>
  /** Of the busiest hour of any cell, and of the busiest cell over the day. */
  mostInAnHour: number
  mostInADay: number
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

export function dayOf(figures: readonly Figure[], hours: readonly number[]): DayDemand {
  const cells = new Map<string, number[]>()
  for (const [cell, own] of byKey(figures)) {
    if (cell)
      cells.set(
        cell,
        onPieces(own, hours, 'count').value.map((it) => it ?? 0),
      )
  }
  const all = [...cells.values()]
  return {
    hours,
    cells,
    mostInAnHour: Math.max(0, ...all.map((it) => Math.max(0, ...it))),
    mostInADay: Math.max(0, ...all.map(sum)),
  }
}

/** Those with an order, the busiest first; the hour is null for the whole day. */
export function demandAt(day: DayDemand, hour: number | null): CellDemand[] {
  return [...day.cells]
    .map(([cell, values]) => ({ cell, orders: hour === null ? sum(values) : (values[hour] ?? 0) }))
    .filter((it) => it.orders > 0)
    .sort((a, b) => b.orders - a.orders || (a.cell < b.cell ? -1 : 1))
}

/** Whole numbers for a legend, from one to the most there is. */
export function stepsOf(most: number): number[] {
  if (most <= 5) return Array.from({ length: most }, (_, i) => i + 1)
  return [...new Set([1, 0.25, 0.5, 0.75, 1].map((it, i) => (i === 0 ? 1 : Math.round(it * most))))]
}

/** How strongly a cell is filled, from 0 to 1: by the root, so that small ones can be told apart. */
export const strength = (orders: number, most: number) => (most > 0 ? Math.sqrt(orders / most) : 0)

/** Fills with this opacity on the map and in the legend. */
export const opacityOf = (strong: number) => 0.12 + 0.68 * strong
