import { expect, test } from 'vitest'
import type { BoardCourier } from '../api/types'
import { at, NOON } from '../testing'
import { named, rank } from './rank'

const MERCHANT = { latitude: 43.73, longitude: 7.42 }

/** A courier so many thousandths of a degree north of the merchant, about 111 m each. */
function courier(courierId: string, north: number | null, said: Partial<BoardCourier> = {}) {
  const point = { latitude: MERCHANT.latitude + (north ?? 0) / 1000, longitude: 7.42 }
  const seen = { point, at: new Date(NOON).toISOString(), ageSeconds: 3 }
  return {
    courierId,
    vehicle: 'scooter',
    capacity: 2,
    duty: 'on_shift',
    since: at(0),
    dutySince: at(0),
    endsBy: at(300),
    stops: [],
    cashLimitReached: false,
    ...(north !== null && { seen }),
    ...said,
  } as BoardCourier
}

const stop = { kind: 'dropoff', orderId: 'a', eta: at(5) } as const
const ids = (couriers: BoardCourier[]) => rank(couriers, MERCHANT).map((it) => it.courier.courierId)

test('who is near comes first', () => {
  expect(ids([courier('far', 20), courier('near', 1)])).toEqual(['near', 'far'])
  expect(rank([courier('near', 9)], MERCHANT)[0]?.metres).toBeCloseTo(1001, -1)
})

test('stops that come before count like a way', () => {
  expect(ids([courier('busy', 1, { stops: [stop, stop] }), courier('free', 10)])).toEqual([
    'free',
    'busy',
  ])
  expect(ids([courier('busy', 1, { stops: [stop] }), courier('free', 30)])).toEqual([
    'busy',
    'free',
  ])
})

test('who is not seen comes later, who is on a break last, who is off shift not at all', () => {
  const couriers = [
    courier('resting', 1, { duty: 'on_break' }),
    courier('unseen', null),
    courier('off', 1, { duty: 'off_shift' }),
    courier('far', 90),
  ]
  expect(ids(couriers)).toEqual(['far', 'unseen', 'resting'])
})

test('couriers are found by every word of their name or id', () => {
  const choices = rank([courier('kurt-1', 1), courier('ani-2', 2)], MERCHANT)
  const name = (id: string) => (id === 'kurt-1' ? 'Kurt Weber' : 'Ani Ayu')
  const found = (text: string) => named(choices, text, name).map((it) => it.courier.courierId)
  expect(found('web ku')).toEqual(['kurt-1'])
  expect(found('ani-2')).toEqual(['ani-2'])
  expect(found('')).toHaveLength(2)
})
