import { expect, test } from 'vitest'
import { settle } from './settle'

test('rows follow what is wanted while nobody points at them', () => {
  expect(settle(['a', 'b'], ['b', 'c'], false)).toEqual({ ids: ['b', 'c'], held: 0 })
})

test('no row moves under the pointer, and what is new is counted', () => {
  expect(settle(['a', 'b'], ['c', 'b', 'd'], true)).toEqual({ ids: ['a', 'b'], held: 2 })
})

test('where there was no row, none can move', () => {
  expect(settle([], ['a'], true)).toEqual({ ids: ['a'], held: 0 })
})
