import { MINUTES } from './report'
import type { Score, Side } from './types'

/** Of all orders seen, the share of each way in which the two plans may differ. */
export interface Agreement {
  same: number
  other: number
  onlyLive: number
  onlyCandidate: number
  neither: number
}

export function agreementOf(score: Score): Agreement | null {
  const { orders, both, sameCourier, onlyLive, onlyCandidate } = score
  if (orders === 0) return null
  const share = (count: number) => count / orders
  return {
    same: share(sameCourier),
    other: share(both - sameCourier),
    onlyLive: share(onlyLive),
    onlyCandidate: share(onlyCandidate),
    neither: share(Math.max(0, orders - both - onlyLive - onlyCandidate)),
  }
}

/** How a mean is shown: spans in minutes, costs in seconds, planning in milliseconds. */
export const SIDES = {
  clickToDoor: MINUTES,
  lateness: MINUTES,
  road: MINUTES,
  costByLive: { unit: 's', per: 1, digits: 0 },
  costByCandidate: { unit: 's', per: 1, digits: 0 },
  planningMillis: { unit: 'ms', per: 1, digits: 1 },
  toldNow: { unit: '', per: 1, digits: 0 },
} as const satisfies Record<keyof Side, { unit: string; per: number; digits: number }>

export type SideName = keyof typeof SIDES
export const SIDE_NAMES = Object.keys(SIDES) as SideName[]

/** Candidate less live; null where either has nothing to say. */
export function less(name: SideName, score: Score): number | null {
  const [live, candidate] = [score.live[name], score.candidate[name]]
  return live === null || candidate === null ? null : candidate - live
}
