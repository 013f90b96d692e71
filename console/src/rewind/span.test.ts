import { beforeEach, expect, test, vi } from 'vitest'
import { NOON } from '../testing'

vi.useFakeTimers({ now: NOON })
vi.stubGlobal('window', {
  location: { pathname: '/console/board', search: '' },
  setTimeout,
  clearTimeout,
  clearInterval,
})
vi.stubGlobal('history', { pushState: () => undefined, replaceState: () => undefined })
const { began, chosen, day, end, midnight, reach, span } = await import('./span')
const { goLive, rewindTo } = await import('../live/moment')
const { slice } = await import('./busy')

const HOUR = 3_600_000

beforeEach(() => {
  goLive()
  chosen.value = null
  day.value = null
  began.value = NOON - 3 * HOUR
  end.value = NOON
})

test('a young log is shown whole', () => {
  expect(reach.value).toBe('all')
  expect(span.value).toEqual({ from: NOON - 3 * HOUR, to: NOON })
})

test('of an old one, the last day', () => {
  began.value = NOON - 900 * HOUR
  expect(span.value).toEqual({ from: NOON - 24 * HOUR, to: NOON })
})

test('no span begins before the first event', () => {
  chosen.value = '6h'
  expect(span.value).toEqual({ from: NOON - 3 * HOUR, to: NOON })
})

test('a moment that lies elsewhere is shown within its day', () => {
  began.value = NOON - 900 * HOUR
  rewindTo(NOON - 200 * HOUR)
  expect(reach.value).toBe('day')
  expect(span.value.from).toBe(midnight(NOON - 200 * HOUR))
  expect(span.value.to - span.value.from).toBeGreaterThanOrEqual(23 * HOUR)
})

test('orders are counted in slices of the span', () => {
  const slices = slice({ from: 0, to: 7_200 }, [0, 119, 120, 7_200])
  expect(slices).toHaveLength(60)
  expect(slices.slice(0, 2).map((it) => it.orders)).toEqual([2, 1])
  expect(slices.at(-1)?.orders).toBe(1)
})
