import { expect, test } from 'vitest'
import { language } from '../words/words'
import {
  byKey,
  currenciesOf,
  type Figure,
  linesOf,
  onPieces,
  placeOf,
  sorted,
  sparkline,
} from './figures'
import { cellSaid, onAxis, said } from './format'

const figure = (told: Partial<Figure>): Figure => ({
  measure: 'orders',
  at: '2026-11-20T11:00:00Z',
  key: null,
  currency: null,
  count: 1,
  value: 1,
  p50: null,
  p90: null,
  ...told,
})
const STARTS = [10, 11, 12].map((hour) => Date.parse(`2026-11-20T${hour}:00:00Z`))

test('a piece of which nothing is told has none of what is counted, and no mean', () => {
  expect(onPieces([figure({ value: 4 })], STARTS, 'count').value).toEqual([0, 4, 0])
  const times = onPieces([figure({ value: 90, p50: 80, p90: 200 })], STARTS, 'seconds')
  expect(times.value).toEqual([null, 90, null])
  expect(times.p90).toEqual([null, 200, null])
})

test('the piece of a moment is the last one that has begun', () => {
  expect(placeOf(STARTS[1] as number, STARTS)).toBe(1)
  expect(placeOf((STARTS[2] as number) + 59_000, STARTS)).toBe(2)
  expect(placeOf(0, STARTS)).toBe(-1)
})

test('figures are told apart by key and by currency', () => {
  const all = [
    figure({ key: 'a', currency: 'EUR', count: 2 }),
    figure({ key: 'b', currency: 'IDR', count: 5 }),
    figure({ key: 'a', currency: 'EUR', count: 1 }),
  ]
  expect([...byKey(all).keys()]).toEqual(['a', 'b'])
  expect(byKey(all).get('a')).toHaveLength(2)
  expect(currenciesOf(all)).toEqual(['IDR', 'EUR'])
})

test('lines are sorted by a measure, and those without it come last', () => {
  const lines = linesOf([
    figure({ key: 'a', value: 2 }),
    figure({ key: 'b', value: 7 }),
    figure({ key: 'c', measure: 'delivered', value: 9 }),
    figure({ key: 'b', measure: 'delivered', value: 1 }),
  ])
  expect(sorted(lines, 'orders', true).map((it) => it.key)).toEqual(['b', 'a', 'c'])
  expect(sorted(lines, 'orders', false).map((it) => it.key)).toEqual(['a', 'b', 'c'])
  expect(sorted(lines, 'delivered', true).map((it) => it.key)).toEqual(['c', 'b', 'a'])
})

test('a sparkline is as high as its largest value, and has gaps', () => {
  expect(sparkline([0, 2, 1], 100, 10)).toBe('M0.0 10.0L50.0 0.0L100.0 5.0')
  expect(sparkline([2, null, 2], 100, 10)).toBe('M0.0 0.0M100.0 0.0')
  expect(sparkline([0], 100, 10)).toBe('M0.0 10.0')
})

test('values are said with their units', () => {
  language.value = 'en'
  expect(said(1743.2, 'seconds')).toBe('29.1 min')
  expect(said(0.125, 'share')).toBe('12.5 %')
  expect(said(5400, 'hours')).toBe('1.5 h')
  expect(said(1250, 'money', 'EUR')).toBe('€12.50')
  expect(said(null, 'count')).toBe('–')
  expect(onAxis(90, 'seconds')).toBe('1.5')
  expect(onAxis(125_000, 'money', 'EUR')).toBe('€1.3k')
  expect(cellSaid('88396a0ae1fffff')).toBe('6a0ae1')
})
