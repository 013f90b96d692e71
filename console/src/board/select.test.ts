import { expect, test } from 'vitest'
import { anOrder, at, NOON } from '../testing'
import { countGroups, type Selection, select } from './select'
import { lateBy, urgency } from './urgency'

const ALL: Selection = {
  group: 'open',
  text: '',
  late: false,
  pinned: false,
  cash: false,
  sort: 'late',
  descending: true,
}

const now = NOON + 30 * 60_000
const ORDERS = [
  anOrder('calm', { placedAt: at(20), dropoffEta: at(40), courierId: 'kurt', pinnedTo: 'kurt' }),
  anOrder('late', { placedAt: at(-20), merchantName: 'Soup Bar' }),
  anOrder('overdue', { placedAt: at(10), promisedFor: at(22), courierId: 'mary' }),
  anOrder('waiting', { placedAt: at(25), waitingSince: at(26), stage: 'ready' }),
]

const found = (said: Partial<Selection>) => select(ORDERS, { ...ALL, ...said }, now)

test('the most urgent come first', () => {
  expect(found({})).toEqual(['late', 'overdue', 'calm', 'waiting'])
})

test('every word that is looked for has to be somewhere', () => {
  expect(found({ text: 'noodle mary' })).toEqual(['overdue'])
  expect(found({ text: 'soup' })).toEqual(['late'])
  expect(found({ text: 'soup mary' })).toEqual([])
})

test('filters and groups narrow what is shown', () => {
  expect(found({ late: true })).toEqual(['late', 'overdue'])
  expect(found({ pinned: true })).toEqual(['calm'])
  expect(found({ group: 'waiting' })).toEqual(['waiting'])
  expect(countGroups(ORDERS)).toEqual({
    open: 4,
    waiting: 1,
    new: 0,
    kitchen: 3,
    ready: 1,
    riding: 0,
  })
})

test('rows are sorted by any column, equal ones by their id', () => {
  expect(found({ sort: 'age', descending: true })[0]).toBe('late')
  expect(found({ sort: 'courier', descending: false })).toEqual([
    'calm',
    'overdue',
    'late',
    'waiting',
  ])
})

test('an order is late against its promise, and until there is one against the target', () => {
  const promised = { promisedFor: at(25) }
  expect(lateBy(anOrder('1', { ...promised, dropoffEta: at(20) }), now)).toBe(5 * 60_000)
  expect(lateBy(anOrder('1', { ...promised, dropoffEta: at(50) }), now)).toBe(25 * 60_000)
  expect(lateBy(anOrder('1', { dropoffEta: at(50) }), now)).toBe(10 * 60_000)
  expect(lateBy(anOrder('1'), now)).toBe(-10 * 60_000)
})

test('a few minutes beyond a promise are in time', () => {
  const order = anOrder('1', { promisedFor: at(25), courierId: 'kurt' })
  expect(urgency(order, now)).toBe('calm')
  expect(urgency(order, now + 1)).toBe('late')
})

test('time that runs out with nobody to carry it is worth a look', () => {
  const order = anOrder('1', { placedAt: at(-5) })
  expect(urgency(order, now)).toBe('soon')
  expect(urgency({ ...order, courierId: 'kurt' }, now)).toBe('calm')
})

test('twenty thousand orders are told apart', () => {
  const many = Array.from({ length: 20_000 }, (_, i) =>
    anOrder(`o${i}`, { placedAt: at(-(i % 90)) }),
  )
  expect(select(many, ALL, now)).toHaveLength(20_000)
})
