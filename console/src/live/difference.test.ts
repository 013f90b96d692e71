import { expect, test } from 'vitest'
import type { Board, BoardOrder } from '../api/types'
import { anOrder, at } from '../testing'
import { Difference } from './difference'
import { type Asked, type Port, Reader, type Told } from './reader'

const board = (position: number, orders: BoardOrder[]): Board => ({
  zone: 'main',
  position,
  recordedAt: at(position),
  at: at(position),
  orders,
  couriers: [],
  offers: [],
})

/** A worker that answers at once. */
class TestPort implements Port {
  onmessage: Port['onmessage'] = null
  onerror: Port['onerror'] = null
  readonly said: Told[] = []
  readonly #difference = new Difference()

  postMessage({ number, channel, bytes }: Asked) {
    const telling = this.#difference.tell(JSON.parse(new TextDecoder().decode(bytes)))
    let told = telling.next()
    for (; !told.done; told = telling.next()) this.tell({ number, channel, slice: told.value })
    this.tell({ number, channel, whole: told.value })
  }

  tell(told: Told) {
    this.said.push(told)
    queueMicrotask(() => this.onmessage?.({ data: told } as MessageEvent<Told>))
  }
}

const bytes = (it: Board) => new TextEncoder().encode(JSON.stringify(it)).buffer

test('a board is read whole, and the next by what is different', async () => {
  const port = new TestPort()
  const reader = new Reader(() => port)
  const first = await reader.read('present', bytes(board(1, [anOrder('1'), anOrder('2')])))
  const changed = [anOrder('1'), anOrder('3'), anOrder('2', { stage: 'ready' })]
  const second = await reader.read('present', bytes(board(2, changed.slice(0, 2))))
  expect([...second.known.orders.keys()]).toEqual(['1', '3'])
  expect(second.known.orders.get('1')).toBe(first.known.orders.get('1'))
  expect(first.known.orders.size).toBe(2)
  expect(second).toMatchObject({ position: 2, recordedAt: at(2) })
})

test('what is as it was is not told again', async () => {
  const port = new TestPort()
  const reader = new Reader(() => port)
  await reader.read('present', bytes(board(1, [anOrder('1')])))
  port.said.length = 0
  await reader.read('present', bytes(board(2, [anOrder('1')])))
  expect(port.said).toHaveLength(1)
})

test('a large board comes in pieces', async () => {
  const port = new TestPort()
  const orders = Array.from({ length: 1_200 }, (_, i) => anOrder(`${i}`))
  const { known } = await new Reader(() => port).read('past', bytes(board(1, orders)))
  expect(known.orders.size).toBe(1_200)
  expect(port.said).toHaveLength(4)
})

test('what cannot be read is told to who asked, and the next is read all the same', async () => {
  const port = new TestPort()
  const reader = new Reader(() => port)
  const read = reader.read('past', bytes(board(1, [])))
  port.postMessage = ({ number, channel }) => port.tell({ number, channel, problem: 'no board' })
  await read
  await expect(reader.read('past', new ArrayBuffer(0))).rejects.toThrow('no board')
})
