import { expect, test } from 'vitest'
import { dateOf, parametersOf, spanOf, type Wanted } from './span'
import { HOUR_MS, piecesOf, startOfDay } from './zone'

const at = (text: string) => Date.parse(text)
const NOW = at('2026-11-22T14:05:42Z')
const JAKARTA = 'Asia/Jakarta'
const wanted = (told: Partial<Wanted>): Wanted => ({
  preset: 'today',
  bucket: null,
  timeZone: 'UTC',
  from: null,
  to: null,
  ...told,
})

test('a day begins by the clock of its zone', () => {
  expect(startOfDay(NOW, 'UTC')).toBe(at('2026-11-22T00:00:00Z'))
  expect(startOfDay(NOW, JAKARTA)).toBe(at('2026-11-21T17:00:00Z'))
  expect(startOfDay(at('2026-11-22T17:30:00Z'), JAKARTA)).toBe(at('2026-11-22T17:00:00Z'))
})

test('a day in which the clock is changed has 23 or 25 hours', () => {
  const hours = (day: string) =>
    piecesOf(
      startOfDay(at(day), 'Europe/Paris'),
      startOfDay(at(day), 'Europe/Paris', 1),
      'hour',
      'Europe/Paris',
    ).length
  expect([hours('2026-03-29T12:00:00Z'), hours('2026-10-25T12:00:00Z')]).toEqual([23, 25])
})

test('pieces begin with the span, then with each hour or day', () => {
  const from = at('2026-11-22T10:20:00Z')
  expect(piecesOf(from, from + 2 * HOUR_MS, 'hour', 'UTC')).toEqual([
    from,
    at('2026-11-22T11:00:00Z'),
    at('2026-11-22T12:00:00Z'),
  ])
  expect(piecesOf(from, from + 30 * HOUR_MS, 'day', JAKARTA)).toEqual([
    from,
    at('2026-11-22T17:00:00Z'),
  ])
  expect(piecesOf(at('2026-11-22T10:40:00Z'), NOW, 'hour', 'Asia/Kolkata')[1]).toBe(
    at('2026-11-22T11:30:00Z'),
  )
})

test('a span ends with the minute that has passed, or with its last day', () => {
  expect(spanOf(wanted({}), NOW)).toMatchObject({
    from: at('2026-11-22T00:00:00Z'),
    to: at('2026-11-22T14:05:00Z'),
    bucket: 'hour',
  })
  expect(spanOf(wanted({ preset: 'yesterday', timeZone: JAKARTA }), NOW)).toMatchObject({
    from: at('2026-11-20T17:00:00Z'),
    to: at('2026-11-21T17:00:00Z'),
  })
  expect(spanOf(wanted({ preset: 'month' }), NOW)).toMatchObject({
    from: at('2026-10-26T00:00:00Z'),
    bucket: 'day',
  })
})

test('a span of one’s own has both of its days, and never what is to come', () => {
  const own = wanted({ preset: 'own', from: '2026-11-20', to: '2026-11-21', timeZone: JAKARTA })
  expect(spanOf(own, NOW)).toMatchObject({
    from: at('2026-11-19T17:00:00Z'),
    to: at('2026-11-21T17:00:00Z'),
    bucket: 'hour',
  })
  expect(spanOf({ ...own, to: '2026-12-24' }, NOW)?.to).toBe(at('2026-11-22T14:05:00Z'))
  expect(spanOf({ ...own, from: '2026-11-25' }, NOW)).toBeNull()
  expect(spanOf({ ...own, from: 'soon' }, NOW)).toBeNull()
  expect(spanOf({ ...own, from: '2025-01-01' }, NOW)).toBeNull()
  const long = spanOf({ ...own, from: '2026-09-01', bucket: 'hour' }, NOW)
  expect(long?.bucket).toBe('day')
})

test('dates far from Greenwich are those of the zone', () => {
  const own = (timeZone: string) =>
    spanOf(wanted({ preset: 'own', from: '2026-11-20', to: '2026-11-20', timeZone }), NOW)
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Jayapura']) {
    expect(dateOf(own(zone)?.from ?? 0, zone)).toBe('2026-11-20')
  }
})

test('the engine is asked in whole seconds', () => {
  const span = { from: at('2026-11-22T00:00:00Z'), to: NOW, timeZone: JAKARTA }
  expect(parametersOf(span)).toBe(
    'from=2026-11-22T00:00:00Z&to=2026-11-22T14:05:42Z&timeZone=Asia%2FJakarta',
  )
})
