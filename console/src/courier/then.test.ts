import { expect, test } from 'vitest'
import type { Assignment, Offer } from '../api/types'
import { at, NOON } from '../testing'
import { offersBy, type TripThen, tripThen } from './then'

const time = (minutes: number) => NOON + minutes * 60_000

const offer = (said: Partial<Offer>): Offer => ({
  assignmentId: 'a',
  state: 'offered',
  orders: ['1'],
  offeredAt: at(1),
  expiresAt: at(2),
  answeredAt: null,
  endedAt: null,
  reason: null,
  ...said,
})

const stateAt = (minutes: number, said: Partial<Offer>) =>
  offersBy([offer(said)], time(minutes))[0]?.state

test('an offer stands at a moment as it had been answered by then', () => {
  const ended = { state: 'ended', answeredAt: at(2), endedAt: at(9) }
  expect([0, 1, 2, 9].map((it) => stateAt(it, ended))).toEqual([
    undefined,
    'offered',
    'accepted',
    'ended',
  ])
})

test('what was declined was offered before', () => {
  const declined = { state: 'declined', answeredAt: at(2), reason: 'too far' }
  expect([1, 2].map((it) => stateAt(it, declined))).toEqual(['offered', 'declined'])
  expect(offersBy([offer(declined)], time(1))[0]?.reason).toBeNull()
})

test('a trip of history has its stops in the form of the interface', () => {
  const stop = { kind: 'pickup', orderId: '1', eta: at(5) } as const
  const then = {
    assignmentId: 'a',
    stops: [{ stop, arrivedAt: at(4), doneAt: null, withdrawn: false }],
  } as Partial<TripThen> as TripThen
  const trip: Assignment = tripThen(then)
  expect(trip.stops[0]).toMatchObject({ ...stop, arrivedAt: at(4), address: null })
})
