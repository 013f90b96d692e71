import { beforeEach, expect, test, vi } from 'vitest'
import { postOnce, removeOnce } from './once'

const keys: string[] = []
let answers: (() => Response)[] = []
let path = 0
let at = ''

beforeEach(() => {
  keys.length = 0
  at = `/v1/payments/${++path}/refunds`
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (_: string, init: { headers: Record<string, string> }) => {
    keys.push(init.headers['Idempotency-Key'] ?? '')
    const next = answers.shift()
    if (!next) throw new TypeError('network')
    return next()
  })
})

const refuses = (status: number, code: string) => () => Response.json({ code }, { status })
const done = () => Response.json({})

async function send(body: object) {
  await postOnce(at, body).catch(() => undefined)
}

async function sendTwice(first: (() => Response)[], body: object, then = body) {
  answers = first
  await send(body)
  answers = [done]
  await send(then)
  return keys[0] === keys[1]
}

test('what was not answered is sent again as the same', async () => {
  expect(await sendTwice([], { minor: 10 })).toBe(true)
})

test('what the engine could not do just then is sent again as the same', async () => {
  expect(await sendTwice([refuses(503, 'unavailable')], { minor: 10 })).toBe(true)
})

test('what is still being done is asked for as the same', async () => {
  expect(await sendTwice([refuses(409, 'idempotency-key-in-use')], { minor: 10 })).toBe(true)
})

test('what was refused is sent anew', async () => {
  expect(await sendTwice([refuses(409, 'not-in-this-state')], { minor: 10 })).toBe(false)
})

test('what was corrected is another change', async () => {
  expect(await sendTwice([], { minor: 10 }, { minor: 9 })).toBe(false)
})

test('what was done can be done again', async () => {
  expect(await sendTwice([done], { minor: 10 })).toBe(false)
})

test('after a while the same is another wish', async () => {
  await send({ minor: 10 })
  vi.setSystemTime(Date.now() + 120_000)
  await send({ minor: 10 })
  expect(keys[0]).not.toBe(keys[1])
})

test('what is taken away is taken away once', async () => {
  await removeOnce(at).catch(() => undefined)
  await removeOnce(at).catch(() => undefined)
  expect(keys[0]).toBe(keys[1])
})
