import { beforeEach, expect, test, vi } from 'vitest'
import { askAs, get, newKey, post } from './client'
import { Problem, tell } from './problem'

interface Sent {
  path: string
  method: string
  headers: Record<string, string>
  body: string | null
}

let sent: Sent[]
let answers: (() => Response)[]

beforeEach(() => {
  vi.useRealTimers()
  sent = []
  answers = []
  vi.stubGlobal('fetch', async (path: string, init: Omit<Sent, 'path'>) => {
    sent.push({ ...init, path })
    const next = answers.shift()
    if (!next) throw new TypeError('network')
    return next()
  })
  vi.stubGlobal('setTimeout', (work: () => void) => queueMicrotask(work))
  askAs({ token: async () => 't1', renew: async () => false })
})

const says = (body: object) => () => Response.json(body)
const refuses =
  (status: number, code: string, headers = {}) =>
  () =>
    Response.json({ code, detail: 'No.', requestId: 'r' }, { status, headers })

test('a question is asked again when that may help', async () => {
  answers = [refuses(503, 'unavailable'), says({ now: 1 })]
  expect(await get('/v1/clock')).toEqual({ now: 1 })
  expect(sent).toHaveLength(2)
  expect(sent[0]?.headers).toMatchObject({ Authorization: 'Bearer t1' })
})

test('a question is given up after three tries', async () => {
  await expect(get('/v1/clock')).rejects.toMatchObject({ code: 'offline' })
  expect(sent).toHaveLength(3)
})

test('who is to wait long is told, and not kept waiting', async () => {
  answers = [refuses(429, 'too-many-requests', { 'Retry-After': '60' })]
  await expect(get('/v1/clock')).rejects.toMatchObject({ retryAfterSeconds: 60 })
  expect(sent).toHaveLength(1)
})

test('a refusal is final', async () => {
  answers = [refuses(404, 'unknown-order')]
  await expect(get('/v1/orders/1')).rejects.toMatchObject({ status: 404, requestId: 'r' })
  expect(sent).toHaveLength(1)
})

test('a change is sent once, with its key', async () => {
  await expect(post('/v1/orders/1/cancel', { reason: 'x' }, 'k')).rejects.toThrow(Problem)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ method: 'POST', body: '{"reason":"x"}' })
  expect(sent[0]?.headers).toMatchObject({ 'Idempotency-Key': 'k' })
})

test('a refused token is renewed once, and the same is sent with the next one', async () => {
  let token = 't1'
  askAs({
    token: async () => token,
    renew: async (refused) => {
      expect(refused).toBe('t1')
      token = 't2'
      return true
    },
  })
  answers = [refuses(401, 'token-expired'), says({})]
  await post('/v1/orders/1/cancel', {}, 'k')
  expect(sent.map((it) => it.headers.Authorization)).toEqual(['Bearer t1', 'Bearer t2'])
  expect(sent.map((it) => it.headers['Idempotency-Key'])).toEqual(['k', 'k'])
})

test('keys are not the same twice', () => {
  expect(newKey()).toMatch(/^[0-9a-f]{32}$/)
  expect(newKey()).not.toBe(newKey())
})

test('what we have words for is said in them, else what the engine says', () => {
  expect(tell(new Problem('unknown-order', 404, 'English.'))).toBe('There is no such order.')
  expect(tell(new Problem('never-heard-of', 409, 'Because.'))).toBe('Because.')
  expect(tell(new Error('bug'))).toContain('Something went wrong')
})

test('an answer that breaks off is none, and is asked for again', async () => {
  const broken = () =>
    new Response(new ReadableStream({ start: (it) => it.error(new TypeError('network')) }))
  answers = [broken, says({ now: 1 })]
  expect(await get('/v1/clock')).toEqual({ now: 1 })
  expect(sent).toHaveLength(2)
})
