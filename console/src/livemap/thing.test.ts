import { expect, test } from 'vitest'
import { keyOf, thingOf } from './thing'

test('a thing is found again by its key', () => {
  const thing = { kind: 'order', id: 'one two' } as const
  expect(thingOf(keyOf(thing))).toEqual(thing)
})
