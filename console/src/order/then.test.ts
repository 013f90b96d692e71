import { expect, test } from 'vitest'
import type { Message, Order, TimelineEntry } from '../api/types'
import { at, NOON } from '../testing'
import { messagesBy, orderThen, timelineBy } from './then'

const time = (minutes: number) => NOON + minutes * 60_000

const entry = (event: string, minutes: number, recorded = minutes): TimelineEntry => ({
  event,
  occurredAt: at(minutes),
  recordedAt: at(recorded),
  actor: 'system:antar',
  detail: null,
})

test('a timeline is told as far as it was recorded', () => {
  const entries = [entry('OrderPlaced', 0), entry('OrderReady', 3, 9), entry('OrderPickedUp', 12)]
  const told = timelineBy({ entries }, time(5)).entries
  expect(told.map((it) => it.event)).toEqual(['OrderPlaced'])
  expect(timelineBy({ entries }, time(9)).entries).toHaveLength(2)
})

test('a conversation ends with what was said by then', () => {
  const said = (number: number, minutes: number) => ({ number, occurredAt: at(minutes) }) as Message
  expect(messagesBy([said(1, 1), said(2, 8)], time(2)).map((it) => it.number)).toEqual([1])
})

test('history names nobody: whom an order goes to is known from the order as it is', () => {
  const recipient = { name: 'Ada', phone: '1' }
  const then = { orderId: '1', stage: 'preparing', recipient: null, dropoff: null } as Order
  const now = { ...then, stage: 'delivered', recipient } as Order
  expect(orderThen(then, now)).toMatchObject({ stage: 'preparing', recipient })
  expect(orderThen(then, null).recipient).toBeNull()
})
