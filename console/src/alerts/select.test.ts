import { expect, test } from 'vitest'
import type { Alert } from '../api/types'
import { at } from '../testing'
import { idOf, nameOf, news, select } from './select'

function alert(alertId: string, said: Partial<Alert> = {}): Alert {
  return {
    alertId,
    kind: 'late',
    subjectKind: 'order',
    subject: alertId,
    unit: 'seconds',
    value: 700,
    threshold: 600,
    state: 'standing',
    since: at(0),
    raisedAt: at(0),
    takenBy: null,
    takenAt: null,
    note: null,
    endedAt: null,
    endedBecause: null,
    times: 1,
    ...said,
  }
}

const mine = alert('mine', { state: 'acknowledged', takenBy: 'olga', since: at(-30) })
const young = alert('young', { since: at(5) })
const old = alert('old', { since: at(-5), kind: 'stuck' })
const all = [young, mine, old]
const ids = (found: Alert[]) => found.map((it) => it.alertId)

test('those that nobody has come first, then what has lasted longest', () => {
  expect(ids(select(all, 'open', null, 'olga'))).toEqual(['old', 'young', 'mine'])
})

test('alerts are chosen by who has them and by kind', () => {
  expect(ids(select(all, 'untaken', null, 'olga'))).toEqual(['old', 'young'])
  expect(ids(select(all, 'mine', null, 'olga'))).toEqual(['mine'])
  expect(ids(select(all, 'mine', null, 'otto'))).toEqual([])
  expect(ids(select(all, 'open', 'stuck', 'olga'))).toEqual(['old'])
})

test('what stood when the page was opened is no news, and what stands again is', () => {
  expect(news(null, all)).toEqual([])
  const before = new Set([young, mine].map(nameOf))
  expect(ids(news(before, all))).toEqual(['old'])
  expect(ids(news(before, [alert('young', { times: 2 })]))).toEqual(['young'])
})

test('a session names a role and an id', () => {
  expect(idOf('operator:olga')).toBe('olga')
  expect(idOf('olga')).toBe('olga')
})
