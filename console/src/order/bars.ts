import type { Candidate } from '../api/types'

/** One cost term of one candidate, as a piece of a bar. */
export interface Piece {
  term: string
  value: number
  from: number
  to: number
}

/** What counts against a candidate is stacked to the right of zero, what counts for them to the left. */
export function pieces(candidate: Candidate, terms: readonly string[]): Piece[] {
  let right = 0
  let left = 0
  const found: Piece[] = []
  for (const term of terms) {
    const value = candidate.terms?.[term] ?? 0
    if (value > 0) found.push({ term, value, from: right, to: right + value })
    if (value < 0) found.push({ term, value, from: left + value, to: left })
    right += Math.max(value, 0)
    left += Math.min(value, 0)
  }
  return found
}

/** The ends of the scale that all bars share; zero is always on it. */
export function scaleOf(bars: readonly (readonly Piece[])[]): { low: number; high: number } {
  const all = bars.flat()
  return {
    low: Math.min(0, ...all.map((it) => it.from)),
    high: Math.max(1, ...all.map((it) => it.to)),
  }
}
