import { expect, test } from 'vitest'
import type { Analysis } from './analysis'
import { isNarrow, joined, observationsOf, withHoles } from './analysis'
import { dayOf, demandAt, opacityOf, stepsOf, strength } from './cells'
import type { Figure } from './figures'
import { type Lateness, piecesOf, placeOn, scaleOf } from './parts'

const at = (text: string) => Date.parse(text)

test('what cost time is stacked right of zero, what saved it left', () => {
  const lateness = {
    orders: 4,
    onTime: 0.5,
    total: 80,
    waitingForAssignment: 0,
    firstMile: 60,
    kitchen: -20,
    lastMile: 40,
  } satisfies Lateness
  expect(piecesOf(lateness)).toEqual([
    { part: 'firstMile', from: 0, to: 60 },
    { part: 'kitchen', from: -20, to: 0 },
    { part: 'lastMile', from: 60, to: 100 },
  ])
  const scale = scaleOf([-20, 100])
  expect(placeOn(0, scale)).toBeCloseTo(16.67, 1)
  expect(placeOn(100, scale)).toBe(100)
  expect(scaleOf([])).toEqual({ low: 0, high: 1 })
})

const HOURS = [11, 12, 13].map((hour) => at(`2026-11-20T${hour}:00:00Z`))
const orders = (key: string | null, hour: number, value: number) =>
  ({ measure: 'orders', key, at: `2026-11-20T${hour}:00:00Z`, value }) as Figure

test('demand is told of an hour and of the whole day, the busiest cell first', () => {
  const day = dayOf(
    [orders('a', 11, 2), orders('a', 12, 1), orders('b', 12, 5), orders(null, 12, 9)],
    HOURS,
  )
  expect(demandAt(day, null)).toEqual([
    { cell: 'b', orders: 5 },
    { cell: 'a', orders: 3 },
  ])
  expect(demandAt(day, 0)).toEqual([{ cell: 'a', orders: 2 }])
  expect(demandAt(day, 2)).toEqual([])
  expect([day.mostInAnHour, day.mostInADay]).toEqual([5, 5])
  expect(dayOf([], HOURS).mostInADay).toBe(0)
})

test('a legend has whole numbers, and stronger fills for more', () => {
  expect(stepsOf(3)).toEqual([1, 2, 3])
  expect(stepsOf(40)).toEqual([1, 10, 20, 30, 40])
  expect(stepsOf(0)).toEqual([])
  expect(strength(10, 40)).toBe(0.5)
  expect(opacityOf(strength(40, 40))).toBeCloseTo(0.8)
})

test('a file is read in the order of time, and holes are shown', () => {
  const csv = 'at,value\n2026-09-04,4\r\n2026-09-01,1\n2026-09-02,NA\nnonsense,1\n'
  const rows = observationsOf(csv)
  expect(rows.map((it) => it.value)).toEqual([1, null, 4])
  const whole = withHoles(rows, 86_400)
  expect(whole.map((it) => it.value)).toEqual([1, null, null, 4])
  expect(whole[2]?.at).toBe(at('2026-09-03'))
})

test('what is foretold stands behind what came, on one axis', () => {
  const analysis = {
    stepSeconds: 3600,
    quality: { firstOutliers: [{ at: '2026-11-20T12:00:00Z', value: 90, usual: 3, limit: 9 }] },
    forecast: {
      points: [
        { at: '2026-11-20T13:00:00Z', value: 4, low80: 2, high80: 6, low95: null, high95: null },
      ],
    },
  } as unknown as Analysis
  const past = [
    { at: HOURS[0] as number, value: 3 },
    { at: HOURS[1] as number, value: 90 },
  ]
  const all = joined(past, analysis)
  expect(all.times).toEqual(HOURS)
  expect(all.past).toEqual([3, 90, null])
  expect(all.outliers).toEqual([null, 90, null])
  expect(all.foretold).toEqual([null, null, 4])
  expect(all.low80).toEqual([null, null, 2])
})

test('ranges that held less than they say are too narrow', () => {
  const accuracy = { origins: 1, points: 1, mae: 1, mase: 1, coverage80: 0.78, coverage95: 0.93 }
  expect(isNarrow(accuracy)).toBe(false)
  expect(isNarrow({ ...accuracy, coverage80: 0.6 })).toBe(true)
  expect(isNarrow({ ...accuracy, coverage80: null, coverage95: 0.8 })).toBe(true)
})
