import { beforeEach, expect, test } from 'vitest'
import { Problem } from '../api/problem'
import type { BoardChange, BoardChanges } from '../api/types'
import { anOrder, at, byId, NOON } from '../testing'
import { NOTHING } from './fold'
import type { Moment } from './moment'
import { Past, type World } from './past'
import type { Reading } from './reader'

const MINUTE = 60_000
const time = (minutes: number) => NOON + minutes * MINUTE
const moment = (minutes: number, position: number | null = null) => ({
  at: time(minutes),
  position,
})

interface Asked<T> {
  resolve(answer: T): void
  reject(problem: unknown): void
  life: AbortSignal
}

class TestWorld implements World {
  time = 0
  liveTime = time(600)
  boards: (Asked<Reading> & { moment: Moment })[] = []
  asked: (Asked<BoardChanges> & { after: number })[] = []
  places: number[] = []
  timers: { at: number; work: () => void; id: number }[] = []

  board = (moment: Moment, life: AbortSignal) =>
    new Promise<Reading>((resolve, reject) => this.boards.push({ moment, life, resolve, reject }))
  changes = (after: number, _: number, life: AbortSignal) =>
    new Promise<BoardChanges>((resolve, reject) =>
      this.asked.push({ after, life, resolve, reject }),
    )
  place = (position: number) => this.places.push(position)
  live = () => this.liveTime
  now = () => this.time
  later = (work: () => void, milliseconds: number) => {
    const id = this.timers.length + 1
    this.timers.push({ at: this.time + milliseconds, work, id })
    return id
  }
  cancel = (timer: number) => {
    this.timers = this.timers.filter((it) => it.id !== timer)
  }

  async pass(milliseconds: number) {
    this.time += milliseconds
    for (const due of this.timers.filter((it) => it.at <= this.time)) {
      this.cancel(due.id)
      due.work()
    }
    await settled()
  }

  async answer(reading: Reading) {
    this.boards.shift()?.resolve(reading)
    await settled()
  }

  async tell(changes: BoardChange[], position: number) {
    this.asked.shift()?.resolve({ changes, position })
    await settled()
  }
}

const settled = () => new Promise((done) => setImmediate(done))

const reading = (position: number, minutes: number, ...orders: string[]): Reading => ({
  position,
  recordedAt: at(minutes),
  at: at(minutes),
  known: { ...NOTHING, orders: byId(...orders.map((it) => anOrder(it))) },
})

const placed = (position: number, minutes: number, id: string): BoardChange => ({
  position,
  recordedAt: at(minutes),
  event: 'OrderSubmitted',
  orders: [anOrder(id)],
})

let world: TestWorld
let past: Past
const ids = () => [...past.known.value.orders.keys()]

beforeEach(() => {
  world = new TestWorld()
  past = new Past(world)
})

test('the board of the moment is read, and its place told', async () => {
  past.turn(moment(5), null)
  expect(past.isReading.value).toBe(true)
  await world.answer(reading(7, 5, '1'))
  expect(ids()).toEqual(['1'])
  expect(world.places).toEqual([7])
  expect(past.isReading.value).toBe(false)
  past.turn(moment(5, 7), null)
  expect(world.boards).toEqual([])
})

test('of many moments that somebody passes, one board is asked for at a time, and the last is shown', async () => {
  past.turn(moment(1), null)
  for (let minute = 2; minute <= 50; minute++) past.turn(moment(minute), null)
  expect(world.boards).toHaveLength(1)
  await world.answer(reading(1, 1, '1'))
  expect(ids()).toEqual(['1'])
  expect(world.boards).toHaveLength(0)
  await world.pass(150)
  expect(world.boards[0]?.moment).toEqual(moment(50))
  await world.answer(reading(50, 50, '50'))
  expect(ids()).toEqual(['50'])
  expect(world.places).toEqual([50])
})

test('a board that takes long is let go when another one is wanted', async () => {
  past.turn(moment(1), null)
  await world.pass(2_000)
  past.turn(moment(2), null)
  expect(world.boards.map((it) => it.life.aborted)).toEqual([true, false])
  world.boards[0]?.reject(new DOMException('aborted', 'AbortError'))
  await settled()
  expect(past.failure.value).toBeNull()
  world.boards.shift()
  await world.answer(reading(2, 2, '2'))
  expect(ids()).toEqual(['2'])
})

test('the last wish does not wait longer for a slow board than any other', async () => {
  past.turn(moment(1), null)
  await world.pass(1_000)
  past.turn(moment(2), null)
  expect(world.boards).toHaveLength(1)
  await world.pass(500)
  expect(world.boards.map((it) => [it.moment, it.life.aborted])).toEqual([
    [moment(1), true],
    [moment(2), false],
  ])
})

test('no other moment stands in for one that cannot be had', async () => {
  past.turn(moment(5), null)
  await world.answer(reading(7, 5, '1'))
  await world.pass(1_000)
  past.turn(moment(700), null)
  world.boards.shift()?.reject(new Problem('moment-to-come', 422, ''))
  await settled()
  expect(past.failure.value).toMatchObject({ code: 'moment-to-come' })
  expect(ids()).toEqual([])
  expect(past.asOf.value).toBeNull()
  past.again()
  await world.pass(1_000)
  await world.answer(reading(9, 700, '2'))
  expect(past.failure.value).toBeNull()
  expect(ids()).toEqual(['2'])
})

async function playing() {
  past.turn(moment(0), null)
  await world.answer(reading(10, 0, '1'))
  past.turn(moment(0, 10), 10)
}

test('what is played is asked for ahead, and shown when it is due', async () => {
  await playing()
  expect(world.asked[0]?.after).toBe(10)
  expect(past.upTo).toBe(time(0))
  await world.tell([placed(11, 1, '2'), placed(12, 2, '3')], 12)
  expect(past.upTo).toBe(world.liveTime)
  past.turn(moment(0.5), 10)
  expect(ids()).toEqual(['1'])
  past.turn(moment(1), 10)
  expect(ids()).toEqual(['1', '2'])
  past.turn(moment(3), 10)
  expect(ids()).toEqual(['1', '2', '3'])
})

test('it is played up to where all is told, and the rest is asked for from there on', async () => {
  await playing()
  const page = Array.from({ length: 500 }, (_, i) => placed(11 + i, i / 1_000, `${i}`))
  await world.tell(page, 510)
  expect(past.upTo).toBe(Date.parse(at(0.499)))
  await world.pass(500)
  past.turn(moment(0.1), 10)
  expect(world.asked[0]?.after).toBe(510)
})

test('who stops gets the board of that very moment', async () => {
  await playing()
  await world.tell([placed(11, 1, '2')], 11)
  past.turn(moment(1), 10)
  await world.pass(1_000)
  world.boards.length = 0
  past.turn(moment(1), null)
  expect(world.boards[0]?.moment).toEqual(moment(1))
  await world.answer(reading(11, 1, '1', '2'))
  expect(world.places.at(-1)).toBe(11)
})

test('who turns elsewhere while it plays hears nothing of before', async () => {
  await playing()
  await world.pass(1_000)
  past.turn(moment(-30), 10)
  await world.answer(reading(3, -30, '0'))
  await world.tell([placed(11, -29, '2')], 11)
  past.turn(moment(-20), 10)
  expect(ids()).toEqual(['0'])
})

test('couriers are shown where a board read ahead has them, once it is due', async () => {
  const kurt = {
    courierId: 'kurt',
    vehicle: 'scooter' as const,
    capacity: 2,
    duty: 'on_shift' as const,
    since: at(-60),
    dutySince: at(-60),
    endsBy: at(480),
    stops: [],
    cashLimitReached: false,
  }
  const seen = { point: { latitude: 43.7, longitude: 7.4 }, at: at(1), ageSeconds: 0 }
  past.turn(moment(0), null)
  const first = reading(10, 0, '1')
  await world.answer({ ...first, known: { ...first.known, couriers: new Map([['kurt', kurt]]) } })
  past.turn(moment(0, 10), 60)
  await world.tell([], 10)
  past.turn(moment(0.1), 60)
  const asked = world.boards[0]?.moment.at ?? 0
  expect(asked).toBeGreaterThan(time(0.1))
  const next = reading(10, 2, '1')
  const couriers = new Map([['kurt', { ...kurt, seen }]])
  await world.answer({ ...next, known: { ...next.known, couriers } })
  past.turn({ at: asked - 1, position: null }, 60)
  expect(past.known.value.couriers.get('kurt')?.seen).toBeUndefined()
  past.turn({ at: asked, position: null }, 60)
  expect(past.known.value.couriers.get('kurt')?.seen).toEqual(seen)
})

test('the past that nobody looks at is forgotten', async () => {
  past.turn(moment(5), null)
  past.rest()
  await world.answer(reading(7, 5, '1'))
  expect(ids()).toEqual([])
  expect(past.asOf.value).toBeNull()
})
