import { beforeEach, expect, test } from 'vitest'
import { type Ear, type Frame, Stream, type World } from './stream'

class TestWorld implements World {
  time = 0
  token_: string | null = 't1'
  lines: { ear: Ear; token: string; sent: object[]; closed: boolean }[] = []
  timers: { at: number; work: () => void; id: number }[] = []
  #ids = 0
  renewals = 0

  open(token: string, ear: Ear) {
    const line = { ear, token, sent: [] as object[], closed: false }
    this.lines.push(line)
    return {
      send: (text: string) => line.sent.push(JSON.parse(text)),
      close: () => {
        line.closed = true
      },
    }
  }

  token = async () => this.token_
  renew = async () => {
    this.renewals++
    this.token_ = 't2'
    return true
  }
  now = () => this.time
  random = () => 1
  later = (work: () => void, milliseconds: number) => {
    const id = ++this.#ids
    this.timers.push({ at: this.time + milliseconds, work, id })
    return id
  }
  cancel = (timer: number) => {
    this.timers = this.timers.filter((it) => it.id !== timer)
  }

  async pass(milliseconds: number) {
    const end = this.time + milliseconds
    for (;;) {
      const next = this.timers.filter((it) => it.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.time = next.at
      this.cancel(next.id)
      next.work()
      await settled()
    }
    this.time = end
  }

  get line() {
    const last = this.lines.at(-1)
    if (!last) throw new Error('There is no line.')
    return last
  }

  say(frame: object) {
    this.line.ear.heard(JSON.stringify(frame))
  }
}

const settled = () => new Promise((done) => setImmediate(done))

let world: TestWorld
let stream: Stream
let taken: Frame[]
let gaps: number

beforeEach(() => {
  world = new TestWorld()
  stream = new Stream(world)
  taken = []
  gaps = 0
})

async function follow(topic = 'board') {
  const leave = stream.follow(topic, {
    take: (frame) => taken.push(frame),
    gap: () => gaps++,
  })
  await settled()
  world.line.ear.opened()
  return leave
}

test('a topic is subscribed to once the line is open', async () => {
  await follow()
  expect(world.line.token).toBe('t1')
  expect(world.line.sent).toEqual([{ type: 'subscribe', topic: 'board' }])
  expect(stream.state.value).toBe('live')
})

test('after a break it goes on behind the last fact', async () => {
  await follow()
  world.say({ type: 'subscribed', topic: 'board', cursor: '7' })
  world.say({ type: 'order', topic: 'board', cursor: '9', orderId: 'o' })
  world.line.ear.closed(1006)
  expect(stream.state.value).toBe('waiting')
  await world.pass(600)
  world.line.ear.opened()
  expect(world.lines).toHaveLength(2)
  expect(world.line.sent).toEqual([{ type: 'subscribe', topic: 'board', resume: '9' }])
})

test('a heartbeat moves the cursor of what is subscribed, and of nothing else', async () => {
  await follow()
  world.say({ type: 'heartbeat', cursor: '5', now: 'x' })
  world.say({ type: 'subscribed', topic: 'board', cursor: '7' })
  world.say({ type: 'heartbeat', cursor: '12', now: 'x' })
  world.line.ear.closed(1006)
  await world.pass(600)
  world.line.ear.opened()
  expect(world.line.sent).toEqual([{ type: 'subscribe', topic: 'board', resume: '12' }])
})

test('a cursor that does not serve is let go, and the state is read again', async () => {
  await follow()
  world.say({ type: 'subscribed', topic: 'board', cursor: '7' })
  world.line.ear.closed(1006)
  await world.pass(600)
  world.line.ear.opened()
  world.say({ type: 'problem', topic: 'board', code: 'cursor-too-old' })
  expect(gaps).toBe(1)
  expect(world.line.sent.at(-1)).toEqual({ type: 'subscribe', topic: 'board' })
})

test('each failure doubles the wait, and a success ends that', async () => {
  await follow()
  const waits: number[] = []
  for (let i = 0; i < 3; i++) {
    const began = world.time
    const lines = world.lines.length
    world.line.ear.closed(1006)
    while (world.lines.length === lines) await world.pass(100)
    waits.push(world.time - began)
  }
  expect(waits).toEqual([500, 1000, 2000])
  world.line.ear.opened()
  world.say({ type: 'subscribed', topic: 'board', cursor: '1' })
  world.line.ear.closed(1006)
  await world.pass(500)
  expect(world.lines).toHaveLength(5)
})

test('an expired token is renewed, and the line goes on with the new one', async () => {
  await follow()
  world.line.ear.closed(4001)
  await world.pass(500)
  expect(world.renewals).toBe(1)
  expect(world.line.token).toBe('t2')
})

test('a line that had nobody to ask for goes on once somebody has signed in', async () => {
  await follow()
  world.token_ = null
  world.line.ear.closed(1006)
  await world.pass(600)
  expect(stream.state.value).toBe('closed')
  world.token_ = 't3'
  stream.hope()
  await settled()
  world.line.ear.opened()
  expect(world.line.token).toBe('t3')
  expect(world.line.sent).toEqual([{ type: 'subscribe', topic: 'board' }])
})

test('a line on which nothing comes any more is given up', async () => {
  await follow()
  const first = world.line
  await world.pass(51_000)
  expect(first.closed).toBe(true)
  expect(world.lines.length).toBeGreaterThan(1)
})

test('what a line says that was given up is not heard', async () => {
  await follow()
  const first = world.line
  first.ear.closed(1006)
  first.ear.heard(JSON.stringify({ type: 'order', topic: 'board', cursor: '3' }))
  expect(taken).toEqual([])
})

test('nobody is told of a topic that was left', async () => {
  const leave = await follow()
  leave()
  world.say({ type: 'order', topic: 'board', cursor: '3' })
  expect(taken).toEqual([])
  expect(world.line.sent.at(-1)).toEqual({ type: 'unsubscribe', topic: 'board' })
})

test('what is told of a cell goes to who follows the window of the map', async () => {
  await follow()
  await follow('viewport:1,2,3,4')
  world.say({ type: 'positions', cell: '88', positions: [] })
  expect(taken.map((it) => it.cell)).toEqual(['88'])
})

test('who hears along hears what is told to who follows', async () => {
  const heard: Frame[] = []
  const leave = stream.hear('board', (frame) => heard.push(frame))
  await follow()
  world.say({ type: 'order', topic: 'board', cursor: '3' })
  leave()
  world.say({ type: 'order', topic: 'board', cursor: '4' })
  expect([heard.length, taken.length]).toEqual([1, 2])
})
