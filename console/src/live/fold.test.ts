import { expect, test } from 'vitest'
import { anOrder, at, byId } from '../testing'
import { fold, mayBeNews, NOTHING } from './fold'
import type { Frame } from './stream'

const fact = (event: string, said: object = {}): Frame => ({
  type: 'order',
  event,
  orderId: '1',
  stage: 'preparing',
  status: 'preparing',
  occurredAt: at(5),
  recordedAt: at(5),
  ...said,
})

const known = { ...NOTHING, orders: byId(anOrder('1'), anOrder('2')) }

test('an order comes to a stage at the moment at which that happened', () => {
  const ready = fold(known, [fact('OrderReady', { stage: 'ready' })]).orders.get('1')
  expect(ready).toMatchObject({ stage: 'ready', since: at(5), readyAt: at(5) })
})

test('an order that is over leaves the board', () => {
  const after = fold(known, [fact('OrderDelivered', { stage: 'delivered', status: 'delivered' })])
  expect([...after.orders.keys()]).toEqual(['2'])
})

test('what is not concerned stays the same object, and what was known is not changed', () => {
  const after = fold(known, [fact('OrderReady', { stage: 'ready' })])
  expect(after.orders.get('2')).toBe(known.orders.get('2'))
  expect(known.orders.get('1')?.stage).toBe('preparing')
})

test('who is given an order carries it until it is taken away', () => {
  const given = fact('CourierAssigned', { courierId: 'kurt', assignmentId: 'a' })
  const assigned = fold(known, [given])
  expect(assigned.orders.get('1')).toMatchObject({ courierId: 'kurt', assignmentId: 'a' })
  const taken = fold(assigned, [fact('CourierUnassigned', { courierId: 'kurt' })])
  expect(taken.orders.get('1')).not.toHaveProperty('courierId')
})

test('an offer stands until it is answered', () => {
  const about = { type: 'assignment', assignmentId: 'a', courierId: 'kurt', orderIds: ['1'] }
  const offered = fold(known, [
    { ...about, event: 'AssignmentOffered', occurredAt: at(1), expiresAt: at(2) },
  ])
  expect(offered.offers.get('a')).toMatchObject({ orders: ['1'], expiresAt: at(2) })
  expect(fold(offered, [{ ...about, event: 'OfferDeclined' }]).offers.size).toBe(0)
})

test('an amended trip says anew when the courier comes', () => {
  const amended = {
    type: 'assignment',
    event: 'AssignmentAmended',
    assignmentId: 'a',
    courierId: 'kurt',
    orderIds: ['1'],
    stops: [
      { kind: 'pickup', orderId: '1', eta: at(7) },
      { kind: 'dropoff', orderId: '1', eta: at(19) },
    ],
  }
  const order = fold(known, [amended]).orders.get('1')
  expect(order).toMatchObject({ pickupEta: at(7), dropoffEta: at(19) })
})

test('a fact about what is not known is passed over', () => {
  expect(fold(known, [fact('OrderPlaced', { orderId: 'new' })]).orders.size).toBe(2)
})

test('what was recorded about when the board was may not be on it, what is older is', () => {
  const recorded = (recordedAt: string) => mayBeNews(fact('OrderReady', { recordedAt }), at(5))
  expect(recorded(at(5))).toBe(true)
  expect(recorded(at(5 - 0.5 / 60))).toBe(true)
  expect(recorded(at(4))).toBe(false)
  expect(mayBeNews(fact('OrderReady'), null)).toBe(true)
})

test('what the board held already says nothing new', () => {
  const facts = [
    fact('CourierAssigned', { courierId: 'kurt', assignmentId: 'a' }),
    fact('CourierUnassigned', { courierId: 'kurt' }),
    fact('OrderReady', { stage: 'ready', occurredAt: at(6) }),
  ]
  const held = fold(known, facts)
  expect(fold(held, facts).orders.get('1')).toEqual(held.orders.get('1'))
})
