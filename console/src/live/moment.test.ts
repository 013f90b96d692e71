import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { at, NOON } from '../testing'

const location = { pathname: '/console/board', search: '?group=riding' }
const go = (_: unknown, __: string, to: string) => {
  const [pathname = '', search = ''] = to.split('?')
  Object.assign(location, { pathname, search: search && `?${search}` })
}

vi.useFakeTimers({ now: NOON + 3_600_000 })
vi.stubGlobal('window', { location, setTimeout, setInterval, clearTimeout, clearInterval })
vi.stubGlobal('history', { pushState: go, replaceState: go })
const address = await import('../shell/address')
const { now, setClock } = await import('./clock')
const time = await import('./moment')

const WRITTEN_MS = 300
const minute = (minutes: number) => NOON + minutes * 60_000
const shown = () => time.moment.value?.at
let leave: () => void

beforeEach(() => {
  vi.setSystemTime(minute(60))
  setClock(at(60))
  time.playUpTo((to) => to)
  time.goLive()
  address.go('/board?group=riding')
  leave = time.followMoment()
})

afterEach(() => leave())

test('the clock is turned to the moment, and back', () => {
  time.rewindTo(minute(5))
  expect([now.value, time.isLive.value]).toEqual([minute(5), false])
  time.goLive()
  expect([now.value, time.isLive.value]).toEqual([minute(60), true])
})

test('a time that has not come is now', () => {
  time.rewindTo(minute(61))
  expect(time.moment.value).toBeNull()
})

test('the address has the moment beside what else it says, once it stands still', () => {
  time.rewindTo(minute(4))
  time.rewindTo(minute(5))
  expect(location.search).toBe('?group=riding')
  vi.advanceTimersByTime(WRITTEN_MS)
  expect(location.search).toBe('?group=riding&at=2026-11-21T12:05:00Z')
  time.placeAt(7)
  vi.advanceTimersByTime(WRITTEN_MS)
  expect(location.search).toBe('?group=riding&at=2026-11-21T12:05:00Z&position=7')
  time.goLive()
  expect(location.search).toBe('?group=riding')
})

test('from page to page it stays, until another page names one itself', () => {
  time.rewindTo(minute(5), 7)
  vi.advanceTimersByTime(WRITTEN_MS)
  address.go('/orders/1')
  expect(location.search).toBe('?at=2026-11-21T12:05:00Z&position=7')
  expect(shown()).toBe(minute(5))
  address.go('/board?at=2026-11-21T12:09:00Z')
  expect(time.moment.value).toEqual({ at: minute(9), position: null })
})

test('a link opens its moment', () => {
  time.goLive()
  leave()
  address.go('/board?at=2026-11-21T12:05:00.250Z&position=12')
  leave = time.followMoment()
  expect(time.moment.value).toEqual({ at: minute(5) + 250, position: 12 })
})

test('what is no time is not looked at', () => {
  address.go('/board?at=yesterday')
  expect(time.moment.value).toBeNull()
  expect(time.read(new URLSearchParams('at=2026-11-21T12:00:00Z&position=-1'))).toEqual({
    at: NOON,
    position: null,
  })
})

test('played at a speed, so many seconds pass in one', () => {
  time.rewindTo(minute(5), 7)
  time.play(30)
  vi.advanceTimersByTime(2_000)
  expect(time.moment.value).toEqual({ at: minute(6), position: null })
  time.play(2)
  vi.advanceTimersByTime(1_000)
  expect(shown()).toBe(minute(6) + 2_000)
  time.pause()
  vi.advanceTimersByTime(5_000)
  expect(shown()).toBe(minute(6) + 2_000)
})

test('it waits for what is not there yet, and does not make up for it', () => {
  let told = minute(5)
  time.playUpTo(() => told)
  time.rewindTo(minute(5))
  time.play(60)
  vi.advanceTimersByTime(2_000)
  expect(shown()).toBe(minute(5))
  told = minute(50)
  vi.advanceTimersByTime(1_000)
  expect(shown()).toBe(minute(6))
})

test('what is played up to now is live', () => {
  time.rewindTo(minute(59))
  time.play(60)
  vi.advanceTimersByTime(2_000)
  expect(time.isLive.value).toBe(true)
  expect(time.playing.value).toBeNull()
})

test('while it is played, a filter of the board does not turn it back', () => {
  time.rewindTo(minute(5))
  vi.advanceTimersByTime(WRITTEN_MS)
  time.play(60)
  vi.advanceTimersByTime(1_000)
  address.ask({ group: 'ready' })
  expect(shown()).toBe(minute(6))
  expect(time.playing.value).toBe(60)
})
