import { expect, test } from 'vitest'
import { Problem, problemOf } from '../api/problem'
import { allOf, changesOf, handsOf, isSame, pinOf } from './seen'

test('what was seen is said, nobody by an empty object', () => {
  const seen = { pinnedTo: null, courierId: 'ani', stage: 'preparing' } as const
  expect(pinOf(seen)).toEqual({ pin: {} })
  expect(handsOf(seen)).toEqual({ pin: {}, carrier: { courierId: 'ani' } })
  expect(allOf(seen)).toEqual({ pin: {}, carrier: { courierId: 'ani' }, stage: 'preparing' })
})

test('a missing courier is the same as none', () => {
  expect(isSame({ stage: 'ready' }, { stage: 'ready', pinnedTo: null, courierId: null })).toBe(true)
  expect(isSame({ stage: 'ready' }, { stage: 'ready', pinnedTo: 'kurt' })).toBe(false)
})

test('a conflict says what was changed and by whom', async () => {
  const changes = [{ part: 'pin', now: 'kurt', by: 'operator:olga', at: '2026-11-21T12:00:00Z' }]
  const body = { code: 'order-changed', detail: 'Order a has changed.', changes }
  const failure = await problemOf(new Response(JSON.stringify(body), { status: 409 }))
  expect(changesOf(failure)).toEqual(changes)
  expect(changesOf(new Problem('not-at-this-stage', 409, ''))).toBeNull()
})
