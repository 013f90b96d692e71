import { expect, test } from 'vitest'
import type { WhatIf, WhatIfChange } from '../api/types'
import { at } from '../testing'
import { inOrder, latenessOf, mayPin, newlyLate } from './whatIf'

const change = (orderId: string, said: Partial<WhatIfChange> = {}): WhatIfChange => ({
  orderId,
  courierBefore: 'ani',
  courierAfter: 'kurt',
  doorBefore: at(10),
  doorAfter: at(12),
  secondsLater: 120,
  lateSecondsBefore: 0,
  lateSecondsAfter: 0,
  ...said,
})

const answer = (...changes: WhatIfChange[]) =>
  ({ orderId: 'moved', courierId: 'kurt', obstacle: null, changes }) as unknown as WhatIf

test('the moved order comes first', () => {
  const told = answer(change('late'), change('moved'), change('sooner'))
  expect(inOrder(told).map((it) => it.orderId)).toEqual(['moved', 'late', 'sooner'])
})

test('late is told from later', () => {
  expect(latenessOf(change('a'))).toBe('same')
  expect(latenessOf(change('a', { lateSecondsAfter: 30 }))).toBe('newly')
  expect(latenessOf(change('a', { lateSecondsBefore: 30, lateSecondsAfter: 60 }))).toBe('more')
  expect(latenessOf(change('a', { lateSecondsBefore: 30, lateSecondsAfter: 0 }))).toBe('no-longer')
  expect(latenessOf(change('a', { lateSecondsBefore: 30, lateSecondsAfter: null }))).toBe('same')
  expect(newlyLate(answer(change('a', { lateSecondsAfter: 30 }), change('b')))).toBe(1)
})

test('an obstacle that passes does not forbid a pin', () => {
  expect(mayPin(answer())).toBe(true)
  expect(mayPin({ ...answer(), obstacle: 'on_break' })).toBe(true)
  expect(mayPin({ ...answer(), obstacle: 'picked_up' })).toBe(false)
})
