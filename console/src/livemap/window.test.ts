import { expect, test } from 'vitest'
import { around, serves, topicOf } from './window'

const SEEN = { south: 43.7, west: 7.4, north: 43.8, east: 7.5 }

test('a little more is followed than is seen', () => {
  const followed = around(SEEN)
  expect(followed.south).toBeCloseTo(43.68)
  expect(followed.east).toBeCloseTo(7.52)
})

test('a small step needs no other window, a large one does', () => {
  const followed = around(SEEN)
  expect(serves(followed, SEEN)).toBe(true)
  expect(serves(followed, { ...SEEN, south: 43.69, north: 43.79 })).toBe(true)
  expect(serves(followed, { ...SEEN, south: 43.6, north: 43.7 })).toBe(false)
  expect(serves(null, SEEN)).toBe(false)
})

test('who looks closer does not go on hearing of the whole town', () => {
  const close = { south: 43.74, west: 7.44, north: 43.76, east: 7.46 }
  expect(serves(around(SEEN), close)).toBe(false)
})

test('a window ends where the map of the world does', () => {
  expect(around({ south: -84, west: -179, north: 84, east: 179 })).toEqual({
    south: -85,
    west: -180,
    north: 85,
    east: 180,
  })
})

test('the topic is written in degrees, without powers of ten', () => {
  expect(topicOf({ south: 0.00001, west: -7.4, north: 43.123456, east: 8 })).toBe(
    'viewport:0.00001,-7.40000,43.12346,8.00000',
  )
})
