import { expect, test } from 'vitest'
import { type Chart, isEmpty, isNaught, moved, toldOf } from './chart'

const CHART: Chart = {
  times: [0, 1],
  stepMs: 1,
  timeZone: 'UTC',
  lines: [{ label: 'Mean', values: [null, 3], hue: 1 }],
  bands: [{ label: 'p50 to p90', low: [null, 2], high: [null, 9], hue: 1 }],
  per: 1,
  said: (value) => (value === null ? '–' : `${value} min`),
  axisSaid: String,
  timeSaid: (at) => `hour ${at}`,
  hourSaid: String,
  daySaid: String,
}

test('keys walk through the points and stay within them', () => {
  expect(moved('ArrowRight', null, 5)).toBe(0)
  expect(moved('ArrowLeft', null, 5)).toBe(4)
  expect(moved('ArrowRight', 4, 5)).toBe(4)
  expect(moved('PageDown', 40, 100)).toBe(30)
  expect([moved('Home', 3, 5), moved('End', 3, 5)]).toEqual([0, 4])
  expect(moved('Escape', 3, 5)).toBeNull()
  expect(moved('Escape', null, 5)).toBeUndefined()
  expect(moved('x', 3, 5)).toBeUndefined()
})

test('a point is told with its lines and bands', () => {
  expect(toldOf(CHART, 1)).toBe('hour 1: Mean 3 min, p50 to p90 2 min – 9 min')
  expect(toldOf(CHART, 0)).toBe('hour 0: –')
})

test('a chart without a value is empty', () => {
  expect(isEmpty(CHART)).toBe(false)
  expect(isNaught(CHART)).toBe(false)
  expect(isNaught({ ...CHART, lines: [{ label: 'Orders', values: [0, null], hue: 1 }] })).toBe(true)
  expect(isEmpty({ ...CHART, lines: [{ label: 'Mean', values: [null, null], hue: 1 }] })).toBe(true)
})
