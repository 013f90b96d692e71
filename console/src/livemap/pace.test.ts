import { expect, test } from 'vitest'
import { Pace } from './pace'

/** Lets frames pass and draws when that is due; the times at which it was. */
function drawings(milliseconds: number, speed: number, cost = 0, versionEach = Infinity) {
  const pace = new Pace()
  const drawn: number[] = []
  let frame = 0
  while (frame < milliseconds) {
    pace.turn(frame)
    const draws = pace.isDue(frame, Math.floor(frame / versionEach))
    if (draws) {
      drawn.push(frame)
      pace.drew(speed, false)
    }
    frame += 16 + (draws ? cost : 0)
  }
  return drawn
}

test('where nothing moves nothing is drawn anew', () => {
  expect(drawings(10_000, 0)).toEqual([0])
})

test('what is fast is drawn with each frame', () => {
  expect(drawings(1600, 30)).toHaveLength(100)
})

test('what is slow is drawn when it has moved by a part of a pixel', () => {
  const drawn = drawings(10_000, 2)
  expect(drawn.length).toBeGreaterThan(80)
  expect(drawn.length).toBeLessThan(101)
})

test('news are shown soon, also where nothing moves', () => {
  const drawn = drawings(2_000, 0, 0, 1_000)
  expect(drawn).toHaveLength(2)
  expect(drawn[1]).toBeLessThanOrEqual(1_100)
})

test('where drawing is slow, most frames pass without it', () => {
  const drawn = drawings(10_000, 1000, 20)
  const frames = (10_000 - drawn.length * 20) / 16
  expect(drawn.length).toBeGreaterThan(20)
  expect(frames / 10).toBeGreaterThan(55)
})

test('what somebody does is seen at once', () => {
  const pace = new Pace()
  pace.turn(0)
  pace.drew(0, true)
  pace.turn(300)
  expect(pace.isDue(300, -1)).toBe(false)
  pace.hurry()
  expect(pace.isDue(300, -1)).toBe(true)
})
