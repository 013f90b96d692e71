import { expect, test } from 'vitest'
import type { BoardCourier } from '../api/types'
import { anOrder, at, byId } from '../testing'
import { hasMoved, stopsOf } from './ways'

const DOOR = { latitude: 43.74, longitude: 7.43 }
const CORNER = { latitude: 43.735, longitude: 7.425 }

const courier = (...stops: BoardCourier['stops']): BoardCourier => ({
  courierId: 'kurt',
  vehicle: 'scooter',
  capacity: 2,
  duty: 'on_shift',
  since: at(0),
  dutySince: at(0),
  endsBy: at(300),
  stops,
  cashLimitReached: false,
})

const stop = (kind: 'pickup' | 'dropoff' | 'return', more = {}) => ({
  kind,
  orderId: 'o',
  eta: at(5),
  ...more,
})

test('a trip leads to the merchant and to the door', () => {
  const order = anOrder('o', { dropoff: DOOR })
  const stops = stopsOf(courier(stop('pickup'), stop('dropoff')), byId(order))
  expect(stops.map((it) => it.point)).toEqual([order.pickup, DOOR])
})

test('a stranded order is fetched where it is handed over', () => {
  const order = anOrder('o', { dropoff: DOOR, handover: CORNER })
  expect(stopsOf(courier(stop('pickup')), byId(order))[0]?.point).toEqual(CORNER)
})

test('what goes back goes to the merchant, also after a handover', () => {
  const order = anOrder('o', { handover: CORNER })
  expect(stopsOf(courier(stop('return')), byId(order))[0]?.point).toEqual(order.pickup)
})

test('a door that may not be known is no stop', () => {
  expect(stopsOf(courier(stop('dropoff')), byId(anOrder('o')))).toEqual([])
})

test('a step is no reason to ask for the way again', () => {
  expect(hasMoved(null, DOOR)).toBe(true)
  expect(hasMoved(DOOR, { ...DOOR, latitude: 43.7403 })).toBe(false)
  expect(hasMoved(DOOR, CORNER)).toBe(true)
})
