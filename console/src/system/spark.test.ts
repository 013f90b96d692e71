import { expect, test } from 'vitest'
import { HEIGHT, line, WIDTH } from './spark'

test('the highest value is at the top, none at the bottom, the latest at the right edge', () => {
  expect(line([0, 4])).toBe(`M179.0 ${HEIGHT - 1}.0L${WIDTH}.0 1.0`)
})

test('what never happened is a flat line', () => {
  expect(line([0, 0])).toBe(`M179.0 ${HEIGHT - 1}.0L${WIDTH}.0 ${HEIGHT - 1}.0`)
})

test('nothing known draws nothing', () => {
  expect(line([])).toBe('')
})
