import { expect, test, vi } from 'vitest'

const here = { pathname: '/console/board', search: '?late=true', origin: 'https://antar.example' }
vi.stubGlobal('window', { location: here })
const { isOurs, match } = await import('./address')

test('a pattern names parts of a path', () => {
  expect(match('/orders/:id', '/orders/a%20b')).toEqual({ id: 'a b' })
  expect(match('/board', '/board')).toEqual({})
})

test('a path that is longer, shorter or another one does not match', () => {
  expect(match('/orders/:id', '/orders')).toBeNull()
  expect(match('/orders/:id', '/orders/1/2')).toBeNull()
  expect(match('/orders/:id', '/orders/')).toBeNull()
  expect(match('/board', '/system')).toBeNull()
})

test('a link to a place on the page that is shown is left to the browser', () => {
  const link = (said: object) => isOurs({ ...here, hash: '', ...said } as HTMLAnchorElement)
  expect(link({ hash: '#main' })).toBe(false)
  expect(link({})).toBe(true)
  expect(link({ pathname: '/console/system', hash: '#jobs' })).toBe(true)
  expect(link({ pathname: '/track' })).toBe(false)
  expect(link({ download: 'orders.csv' })).toBe(false)
})
