import { expect, test } from 'vitest'
import type { BoardChange, BoardCourier } from '../api/types'
import { anOrder, at, byId, NOON } from '../testing'
import { Ahead, put, withSeen } from './changes'
import { NOTHING } from './fold'

const change = (position: number, minutes: number, said: Partial<BoardChange> = {}) => ({
  position,
  recordedAt: at(minutes),
  event: 'OrderReady',
  ...said,
})

const time = (minutes: number) => NOON + minutes * 60_000
const positions = (changes: BoardChange[]) => changes.map((it) => it.position)

const seen = {
  point: { latitude: 43.7, longitude: 7.4 },
  at: at(1),
  ageSeconds: 0,
}
const kurt: BoardCourier = {
  courierId: 'kurt',
  vehicle: 'scooter',
  capacity: 2,
  duty: 'on_shift',
  since: at(0),
  dutySince: at(0),
  endsBy: at(480),
  stops: [],
  cashLimitReached: false,
}

test('what is due is taken in the order of the log, however it came', () => {
  const ahead = new Ahead(0, time(0))
  ahead.add([change(3, 3), change(1, 1), change(2, 2)], 3, time(3))
  expect(positions(ahead.take(time(2)))).toEqual([1, 2])
  expect(positions(ahead.take(time(9)))).toEqual([3])
  expect(ahead.length).toBe(0)
})

test('what stands before something that is due is due, though it was recorded later', () => {
  const ahead = new Ahead(0, time(0))
  ahead.add([change(1, 5), change(2, 4), change(3, 6)], 3, time(6))
  expect(positions(ahead.take(time(4)))).toEqual([1, 2])
})

test('what was told already is not told again', () => {
  const ahead = new Ahead(2, time(0))
  ahead.add([change(2, 1), change(3, 2), change(3, 2)], 3, time(2))
  ahead.add([change(3, 2), change(4, 3)], 4, time(3))
  expect(positions(ahead.take(time(9)))).toEqual([3, 3, 4])
})

test('changes put in one after the other make the later board', () => {
  const known = { ...NOTHING, orders: byId(anOrder('1'), anOrder('2')) }
  const after = put(known, [
    change(1, 1, { orders: [anOrder('3'), anOrder('1', { stage: 'ready' })] }),
    change(2, 2, { orders: [anOrder('1', { stage: 'picked_up' })], ordersGone: ['2'] }),
  ])
  expect([...after.orders.keys()]).toEqual(['1', '3'])
  expect(after.orders.get('1')?.stage).toBe('picked_up')
  expect(known.orders.get('1')?.stage).toBe('preparing')
})

test('a courier who changes stays where they were seen, until another shift begins', () => {
  const known = { ...NOTHING, couriers: new Map([['kurt', { ...kurt, seen }]]) }
  const rides = put(known, [change(1, 1, { couriers: [{ ...kurt, tripId: 'a' }] })])
  expect(rides.couriers.get('kurt')).toMatchObject({ tripId: 'a', seen })
  const again = put(rides, [change(2, 2, { couriers: [{ ...kurt, since: at(60) }] })])
  expect(again.couriers.get('kurt')).not.toHaveProperty('seen')
})

test('where couriers are seen comes from another board, what they do does not', () => {
  const known = { ...NOTHING, couriers: new Map([['kurt', { ...kurt, tripId: 'a' }]]) }
  const after = withSeen(known, new Map([['kurt', { ...kurt, seen }]]))
  expect(after.couriers.get('kurt')).toMatchObject({ tripId: 'a', seen })
})
