import { expect, test, vi } from 'vitest'

vi.stubGlobal('window', { location: { pathname: '/console/board', search: '' } })
const { match } = await import('./address')

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
