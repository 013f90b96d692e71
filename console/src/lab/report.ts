import type { Better, Check, Comparison, LabReport, Measure } from './types'

export const MINUTES = { unit: 'min', per: 60, digits: 2 } as const

/** By what a value is divided to be shown, and with how many digits. */
const SHOWN: Record<
  Measure,
  { unit: 'min' | 'km' | 'per100' | 'minor'; per: number; digits: number }
> = {
  click_to_door: MINUTES,
  click_to_door_90: MINUTES,
  ready_to_pickup: MINUTES,
  lateness: MINUTES,
  undelivered: { unit: 'per100', per: 1, digits: 1 },
  courier_waiting: MINUTES,
  distance: { unit: 'km', per: 1000, digits: 2 },
  earnings_spread: { unit: 'minor', per: 1, digits: 0 },
}

export const shownOf = (measure: Measure) => SHOWN[measure]

/** An interval on a line that has zero in its middle; places are from −1 to 1. */
export interface Placed {
  low: number
  high: number
  at: number
}

/**
 * Each measure has a scale of its own, as wide as its interval needs: what can be compared between
 * rows is on which side of zero they lie, and whether they hold it.
 */
export function placed({ difference, low, high }: Comparison): Placed | null {
  if (difference === null) return null
  const [from, to] = [low ?? difference, high ?? difference]
  const widest = Math.max(Math.abs(from), Math.abs(to))
  if (widest === 0) return { low: 0, high: 0, at: 0 }
  const scale = 0.92 / widest
  return { low: from * scale, high: to * scale, at: difference * scale }
}

/** How a re-run stands to what was recorded: 0 is the same, ±1 is the tolerance; beyond 1.6 is cut. */
export function deviation({ recorded, rerun, tolerance }: Check): number | null {
  if (recorded === null || rerun === null || tolerance <= 0) return null
  return Math.max(-1.6, Math.min(1.6, (rerun - recorded) / tolerance))
}

export type Judged = 'better' | 'worse' | 'same' | 'unranked'

export function judged(better: Better | null): Judged {
  switch (better) {
    case null:
      return 'unranked'
    case 'candidate':
      return 'better'
    case 'baseline':
      return 'worse'
    case 'neither':
      return 'same'
  }
}

export type Verdict = 'unranked' | 'better' | 'worse' | 'neither'

export function verdictOf({ ranked, better }: LabReport): Verdict {
  if (!ranked) return 'unranked'
  return better === 'candidate' ? 'better' : better === 'baseline' ? 'worse' : 'neither'
}

/** In how many of the measures that were ranked the candidate is better, worse, or neither. */
export function tally(rows: readonly Comparison[]): Record<Judged, number> {
  const counted = { better: 0, worse: 0, same: 0, unranked: 0 }
  for (const row of rows) counted[judged(row.better)]++
  return counted
}
