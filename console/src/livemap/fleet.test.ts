import { beforeEach, expect, test } from 'vitest'
import { bearing, type Fix, Fleet, HIDDEN } from './fleet'
import { flat, metres, round, scaleAt } from './plane'

const ORIGIN = { x: 1000, y: 2000 }

let fleet: Fleet

beforeEach(() => {
  fleet = new Fleet(ORIGIN)
})

const at = (x: number, y: number, more: Partial<Fix> = {}): Fix => ({
  x: ORIGIN.x + x,
  y: ORIGIN.y + y,
  heading: null,
  stale: false,
  at: 0,
  cell: 'a',
  ...more,
})

const shown = (id: string, now: number) => {
  const { x, y } = fleet.at(fleet.indexOf(id), now)
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100]
}

test('who appears stands where they were seen', () => {
  fleet.place('ada', at(10, 20), 5)
  expect(shown('ada', 5)).toEqual([10, 20])
  expect(shown('ada', 50)).toEqual([10, 20])
})

test('a new fix is reached after as long as it took to come', () => {
  fleet.place('ada', at(0, 0), 0)
  fleet.place('ada', at(40, 0), 2)
  expect([2, 3, 4, 9].map((now) => shown('ada', now)[0])).toEqual([0, 20, 40, 40])
})

test('who is under way to a fix goes on from where they are shown', () => {
  fleet.place('ada', at(0, 0), 0)
  fleet.place('ada', at(40, 0), 2)
  fleet.place('ada', at(20, 30), 3)
  expect(shown('ada', 3)).toEqual([20, 0])
  expect(shown('ada', 9)).toEqual([20, 30])
})

test('who is suddenly far away did not ride there', () => {
  fleet.place('ada', at(0, 0), 0)
  fleet.place('ada', at(9000, 0), 2)
  expect(shown('ada', 2)).toEqual([9000, 0])
})

test('a long silence is not made up for by a slow ride', () => {
  fleet.place('ada', at(0, 0), 0)
  fleet.place('ada', at(600, 0), 100)
  expect(shown('ada', 106)).toEqual([600, 0])
})

test('without a heading the way says where somebody goes', () => {
  fleet.place('ada', at(0, 0), 0)
  fleet.place('ada', at(0, -10), 1)
  expect(fleet.fixOf('ada')?.heading).toBe(0)
  fleet.place('ada', at(0, -10), 2)
  expect(fleet.fixOf('ada')?.heading).toBe(0)
})

test('north is up and east is to the right', () => {
  const here = { x: 0, y: 0 }
  expect(bearing(here, { x: 0, y: -1 })).toBe(0)
  expect(bearing(here, { x: 1, y: 0 })).toBe(90)
  expect(bearing(here, { x: 0, y: 1 })).toBe(180)
  expect(bearing(here, { x: -1, y: 0 })).toBe(270)
})

test('who leaves a cell for another stays', () => {
  fleet.place('ada', at(0, 0), 0)
  fleet.place('ada', at(1, 0, { cell: 'b' }), 1)
  fleet.remove('ada', 'a')
  expect(fleet.ids).toEqual(['ada'])
  fleet.remove('ada', 'b')
  expect(fleet.ids).toEqual([])
})

test('a cell that is told whole holds nobody else', () => {
  fleet.place('ada', at(0, 0), 0)
  fleet.place('bob', at(0, 0), 0)
  fleet.place('eve', at(0, 0, { cell: 'b' }), 0)
  fleet.keepOf('a', new Set(['bob']))
  expect(fleet.ids.toSorted()).toEqual(['bob', 'eve'])
})

test('of whom nothing is said any more is forgotten, and the others keep their places', () => {
  for (let i = 0; i < 600; i++) fleet.place(`c${i}`, at(i, 0), 0)
  fleet.beginSweep()
  for (let i = 0; i < 600; i += 3) fleet.place(`c${i}`, at(i, 0), 1)
  fleet.endSweep()
  expect(fleet.size).toBe(200)
  expect([shown('c0', 9), shown('c300', 9), shown('c597', 9)]).toEqual([
    [0, 0],
    [300, 0],
    [597, 0],
  ])
  expect(fleet.indexOf('c1')).toBe(-1)
})

test('who has come to their fix does not move', () => {
  fleet.place('ada', at(0, 0), 0)
  fleet.place('ada', at(30, 40), 5)
  expect(fleet.speedAt(0, 6)).toBe(10)
  expect(fleet.speedAt(0, 10.5)).toBe(0)
})

test('the nearest in reach is found, if they are shown', () => {
  fleet.place('ada', at(0, 0), 0)
  fleet.place('bob', at(10, 0), 0)
  expect(fleet.nearest({ x: 6, y: 0 }, 20, 1)).toBe('bob')
  expect(fleet.nearest({ x: 60, y: 0 }, 20, 1)).toBe(null)
  fleet.dress((id) => (id === 'bob' ? HIDDEN : 0))
  expect(fleet.nearest({ x: 6, y: 0 }, 20, 1)).toBe('ada')
})

test('who comes later is dressed like the others', () => {
  fleet.dress(() => 3)
  fleet.place('ada', at(0, 0), 0)
  expect(fleet.lookAt(0)).toBe(3)
})

test('the plane and the globe are the same places', () => {
  const here = { latitude: 43.7312, longitude: 7.4198 }
  const again = round(flat(here))
  expect(again.latitude).toBeCloseTo(here.latitude, 9)
  expect(again.longitude).toBeCloseTo(here.longitude, 9)
  expect(metres(here, { ...here, latitude: 43.7402 })).toBeCloseTo(1001, -1)
  expect(scaleAt(16) * Math.cos((43.7 * Math.PI) / 180)).toBeCloseTo(0.605, 2)
})
