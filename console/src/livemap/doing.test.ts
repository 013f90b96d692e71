import { expect, test } from 'vitest'
import type { BoardCourier } from '../api/types'
import { at } from '../testing'
import { columnOf } from './brush'
import { DOINGS, doingOf, isSilent, lookOf, looks, MERCHANT, RING, URGENCIES } from './doing'

const courier = (more: Partial<BoardCourier>): BoardCourier => ({
  courierId: 'kurt',
  vehicle: 'scooter',
  capacity: 2,
  duty: 'on_shift',
  since: at(0),
  dutySince: at(0),
  endsBy: at(300),
  stops: [],
  cashLimitReached: false,
  ...more,
})

test('who has a trip rides, also on a break that begins after it', () => {
  expect(doingOf(courier({}), false)).toBe('free')
  expect(doingOf(courier({ duty: 'on_break' }), false)).toBe('resting')
  expect(doingOf(courier({ duty: 'on_break', tripId: 't' }), false)).toBe('riding')
})

test('of whom nothing is heard, it is not known what they do', () => {
  expect(doingOf(courier({ tripId: 't' }), true)).toBe('stale')
})

test('silence is a matter of real time', () => {
  expect(isSilent(0, 61_000, 1)).toBe(true)
  expect(isSilent(0, 61_000, 10)).toBe(false)
})

test('each kind has a look of its own', () => {
  const all = looks((token) => token)
  const kinds = [...DOINGS, ...URGENCIES].map((it) => all[lookOf(it)]?.colour)
  expect(new Set(kinds).size).toBe(kinds.length)
  expect([all[MERCHANT]?.shape, all[RING]?.shape]).toEqual(['merchant', 'ring'])
  expect(all).toHaveLength(RING + 1)
})

test('headings go round', () => {
  expect([-1, 0, 90, 359.9, 360].map(columnOf)).toEqual([0, 1, 9, 1, 1])
})
