import type { Instant } from '../api/types'

/** What the engine tells of policies, the shadow and the lab. */

export interface KnownPolicy {
  version: string
  numbers: string
  name: string | null
  live: boolean
  inShadow: boolean
  liveSince: Instant | null
}

export interface PolicyChange {
  shadowId: string
  kind: 'shadow_started' | 'shadow_ended' | 'promoted'
  version: string
  formerVersion: string | null
  at: Instant
  by: string
  reason: string
  score: Score | null
}

export interface KnownPolicies {
  zone: string
  policies: KnownPolicy[]
  changes: PolicyChange[]
}

export interface Side {
  toldNow: number
  clickToDoor: number | null
  lateness: number | null
  road: number | null
  costByLive: number | null
  costByCandidate: number | null
  planningMillis: number | null
}

export interface Score {
  rounds: number
  skipped: number
  failed: number
  orders: number
  both: number
  onlyLive: number
  onlyCandidate: number
  sameCourier: number
  live: Side
  candidate: Side
}

export interface Shadow {
  shadowId: string
  version: string
  numbers: string
  startedAt: Instant
  startedBy: string
  reason: string
  total: Score
  lastHour: Score
}

export interface ShadowReport {
  zone: string
  live: { version: string; numbers: string }
  shadow: Shadow | null
}

export type Measure =
  | 'click_to_door'
  | 'click_to_door_90'
  | 'ready_to_pickup'
  | 'lateness'
  | 'undelivered'
  | 'courier_waiting'
  | 'distance'
  | 'earnings_spread'

export type Better = 'candidate' | 'baseline' | 'neither'

export interface Check {
  measure: Measure
  recorded: number | null
  rerun: number | null
  tolerance: number
  key: boolean
  good: boolean
}

export interface Comparison {
  measure: Measure
  baseline: number | null
  candidate: number | null
  difference: number | null
  low: number | null
  high: number | null
  better: Better | null
}

export interface ReportPolicy {
  version: string
  numbers: string
}

export interface LabReport {
  from: Instant
  to: Instant
  start: Instant
  zone: string
  mapVersions: string[]
  plannerVersion: string
  live: ReportPolicy
  baseline: ReportPolicy
  candidate: ReportPolicy
  seeds: number
  window: {
    orders: number
    calledOff: number
    forgotten: number
    unconfirmed: number
    shifts: number
    unseen: number
    offers: number
    acceptance: number
    pace: number
  }
  fidelity: {
    checks: Check[]
    correlation: number | null
    leastCorrelation: number
    sameCourier: number
    good: boolean
    failures: string[]
  }
  comparison: Comparison[]
  ranked: boolean
  better: Better
  verdict: string
  assumptions: string[]
}
