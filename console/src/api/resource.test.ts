import { beforeEach, expect, test, vi } from 'vitest'
import { resource } from './resource'

let asked: ((answer: Response) => void)[]

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', () => new Promise((answer) => asked.push(answer)))
})

const settled = () => new Promise((done) => setImmediate(done))

async function answer(index: number, body: object, status = 200) {
  await settled()
  asked[index]?.(Response.json(body, { status }))
  await settled()
}

test('each answer of a slow engine is shown, however often it is asked', async () => {
  const found = resource<{ n: number }>('/v1/x')
  void found.reload()
  for (let i = 0; i < 5; i++) void found.reload()
  await answer(0, { n: 1 })
  expect(found.value.value).toEqual({ n: 1 })
  await answer(1, { n: 2 })
  expect(found.value.value).toEqual({ n: 2 })
  expect(asked).toHaveLength(2)
  expect(found.isReading()).toBe(false)
})

test('who asks while it is read gets what was read after that', async () => {
  const found = resource<{ n: number }>('/v1/x')
  void found.reload()
  const again = found.reload().then(() => found.value.value)
  await answer(0, { n: 1 })
  await answer(1, { n: 2 })
  expect(await again).toEqual({ n: 2 })
})

test('what was there stays when it cannot be read anew, and the failure goes when it can', async () => {
  const found = resource<{ n: number }>('/v1/x')
  void found.reload()
  await answer(0, { n: 1 })
  void found.reload()
  await answer(1, { code: 'unknown-order' }, 404)
  expect([found.value.value, found.failure.value]).toEqual([
    { n: 1 },
    expect.objectContaining({ code: 'unknown-order' }),
  ])
  void found.reload()
  await answer(2, { n: 3 })
  expect([found.value.value, found.failure.value]).toEqual([{ n: 3 }, null])
})

test('nobody is told what comes when it is no longer shown', async () => {
  const found = resource<{ n: number }>('/v1/x')
  void found.reload()
  void found.reload()
  await settled()
  found.stop()
  await answer(0, { n: 1 })
  expect(found.value.value).toBeNull()
  expect(asked).toHaveLength(1)
})
