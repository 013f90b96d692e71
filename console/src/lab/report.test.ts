import { expect, test } from 'vitest'
import { language } from '../words/words'
import { signedSaid, valueSaid } from './format'
import { deviation, judged, placed, tally, verdictOf } from './report'
import { agreementOf, less } from './score'
import { toldOf } from './told'
import type { Check, Comparison, LabReport, Score } from './types'
import { usualWindow } from './window'

const row = (difference: number | null, low: number | null, high: number | null): Comparison => ({
  measure: 'distance',
  baseline: 3000,
  candidate: 3000,
  difference,
  low,
  high,
  better: 'neither',
})

test('an interval is placed around zero, and fills its own scale', () => {
  const place = placed(row(50, -50, 100))
  expect(place?.high).toBeCloseTo(0.92)
  expect(place?.low).toBeCloseTo(-0.46)
  expect(place?.at).toBeCloseTo(0.46)
  expect(placed(row(0, 0, 0))).toEqual({ low: 0, high: 0, at: 0 })
  expect(placed(row(null, null, null))).toBeNull()
})

test('a check is told in tolerances, and far ones are cut', () => {
  const check = (rerun: number | null): Check => ({
    measure: 'lateness',
    recorded: 100,
    rerun,
    tolerance: 10,
    key: false,
    good: true,
  })
  expect(deviation(check(105))).toBe(0.5)
  expect(deviation(check(0))).toBe(-1.6)
  expect(deviation(check(null))).toBeNull()
})

test('the candidate is better, worse, neither, or not to be ranked', () => {
  expect([judged('candidate'), judged('baseline'), judged('neither'), judged(null)]).toEqual([
    'better',
    'worse',
    'same',
    'unranked',
  ])
  expect(verdictOf({ ranked: false, better: 'neither' } as LabReport)).toBe('unranked')
  expect(verdictOf({ ranked: true, better: 'baseline' } as LabReport)).toBe('worse')
  expect(tally([row(1, 0, 2), { ...row(1, 1, 2), better: null }])).toEqual({
    better: 0,
    worse: 0,
    same: 1,
    unranked: 1,
  })
})

test('values are shown in the unit of their measure', () => {
  language.value = 'en'
  expect(valueSaid('click_to_door', 1296)).toBe('21.60')
  expect(signedSaid('distance', -860)).toBe('−0.86')
  expect(signedSaid('earnings_spread', 12)).toBe('+12')
  expect(signedSaid('lateness', 0.1)).toBe('0.00')
  expect(valueSaid('lateness', null)).toBe('–')
})

test('the first line of a job says what is run', () => {
  const line =
    'greedy-1 against the live policy, from 2026-11-22T10:26:00Z to 2026-11-22T12:20:00Z, 3 pairs of runs.'
  expect(toldOf(line)).toEqual({
    candidate: 'greedy-1',
    baseline: null,
    from: '2026-11-22T10:26:00Z',
    to: '2026-11-22T12:20:00Z',
    seeds: 3,
  })
  expect(toldOf(line.replace('the live policy', 'matching-1'))?.baseline).toBe('matching-1')
  expect(toldOf('60 orders and 8 shifts are read.')).toBeNull()
  expect(toldOf(undefined)).toBeNull()
})

const HOUR = 3_600_000
const noon = Date.parse('2026-11-22T12:00:00Z')
const hour = (hours: number) => noon + hours * HOUR

test('the usual window is the last hours whose orders are over', () => {
  const found = usualWindow({
    now: hour(1.25),
    busy: [hour(-9), hour(-2), hour(-1), hour(0), hour(1)],
    oldestOpen: hour(0.75),
    liveSince: null,
  })
  expect(found).toEqual({ from: hour(-2), to: hour(0.75) })
})

test('an order that is open for long does not hold the window back', () => {
  const known = { now: hour(2), busy: [hour(0), hour(1)], liveSince: null }
  expect(usualWindow({ ...known, oldestOpen: hour(0) })?.to).toBe(hour(1.25))
})

test('the usual window begins with the policy that is live, and ends with the orders', () => {
  const known = { now: hour(5), busy: [hour(-1), hour(0)], oldestOpen: null }
  expect(usualWindow({ ...known, liveSince: hour(0.5) })).toEqual({ from: hour(0.5), to: hour(1) })
  expect(usualWindow({ ...known, liveSince: hour(2) })).toBeNull()
  expect(usualWindow({ ...known, busy: [], liveSince: null })).toBeNull()
})

test('a score tells who has a courier in which plan, as shares of all orders seen', () => {
  const side = { toldNow: 0, clickToDoor: null, lateness: 1 }
  const score = {
    orders: 10,
    both: 7,
    sameCourier: 5,
    onlyLive: 1,
    onlyCandidate: 1,
    live: side,
    candidate: { ...side, lateness: 3 },
  } as Score
  expect(agreementOf(score)).toEqual({
    same: 0.5,
    other: 0.2,
    onlyLive: 0.1,
    onlyCandidate: 0.1,
    neither: 0.1,
  })
  expect(agreementOf({ ...score, orders: 0 })).toBeNull()
  expect(less('lateness', score)).toBe(2)
  expect(less('clickToDoor', score)).toBeNull()
})
