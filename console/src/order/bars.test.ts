import { expect, test } from 'vitest'
import type { Candidate } from '../api/types'
import { pieces, scaleOf } from './bars'
import { minorOf } from './OrderDialogs'

const candidate = (terms: Record<string, number>) => ({ terms }) as Candidate

test('what counts against somebody is stacked, and what counts for them goes the other way', () => {
  const bar = pieces(candidate({ delivery: 100, position: -30, distance: 20 }), [
    'delivery',
    'position',
    'distance',
  ])
  expect(bar).toEqual([
    { term: 'delivery', value: 100, from: 0, to: 100 },
    { term: 'position', value: -30, from: -30, to: 0 },
    { term: 'distance', value: 20, from: 100, to: 120 },
  ])
  expect(scaleOf([bar])).toEqual({ low: -30, high: 120 })
})

test('an amount is read as it is typed, in minor units', () => {
  expect(minorOf('12.5', 'EUR')).toBe(1250)
  expect(minorOf('12,50', 'EUR')).toBe(1250)
  expect(minorOf('15000', 'JPY')).toBe(15000)
  expect(minorOf('1.234', 'EUR')).toBe(0)
  expect(minorOf('-1', 'EUR')).toBe(0)
  expect(minorOf('', 'EUR')).toBe(0)
})
