import { expect, test } from 'vitest'
import { merge } from './merge'

interface Row {
  id: string
  stops: { eta: string }[]
}

const id = (row: Row) => row.id

test('a row that says the same stays the same object', () => {
  const before = new Map([['a', { id: 'a', stops: [{ eta: '1' }] }]])
  const after = merge<Row>(before, [{ id: 'a', stops: [{ eta: '1' }] }], id)
  expect(after.get('a')).toBe(before.get('a'))
})

test('a row that changed is replaced, and one that is gone is gone', () => {
  const before = new Map<string, Row>([
    ['a', { id: 'a', stops: [{ eta: '1' }] }],
    ['b', { id: 'b', stops: [] }],
  ])
  const after = merge<Row>(before, [{ id: 'a', stops: [{ eta: '2' }] }], id)
  expect([...after.values()]).toEqual([{ id: 'a', stops: [{ eta: '2' }] }])
})
