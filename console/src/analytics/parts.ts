/** What made orders late, as a bar: what cost time lies right of zero, what saved it left. */

export const PARTS = ['waitingForAssignment', 'firstMile', 'kitchen', 'lastMile'] as const
export type Part = (typeof PARTS)[number]

export interface Lateness extends Record<Part, number> {
  orders: number
  onTime: number
  total: number
}

export interface Calibration {
  kind: 'ready' | 'pickup' | 'door'
  source: 'merchant' | 'plan' | 'live'
  fromMinutes: number
  toMinutes: number | null
  promises: number
  bias: number
  meanAbsoluteError: number
  p10: number
  p50: number
  p90: number
  within2Minutes: number
  within5Minutes: number
  within10Minutes: number
}

export interface Group {
  key: string | null
  orders: number
  lateness: Lateness | null
  calibration: Calibration[]
}

export interface Piece {
  part: Part
  from: number
  to: number
}

export function piecesOf(lateness: Lateness): Piece[] {
  let right = 0
  let left = 0
  const pieces: Piece[] = []
  for (const part of PARTS) {
    const value = lateness[part]
    if (value > 0) {
      pieces.push({ part, from: right, to: right + value })
      right += value
    } else if (value < 0) {
      pieces.push({ part, from: left + value, to: left })
      left += value
    }
  }
  return pieces
}

export interface Scale {
  low: number
  high: number
}

/** One scale for all bars, with zero on it. */
export function scaleOf(ends: readonly number[]): Scale {
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  return high > low ? { low, high } : { low, high: low + 1 }
}

/** In hundredths of the width. */
export const placeOn = (value: number, { low, high }: Scale) => ((value - low) / (high - low)) * 100
