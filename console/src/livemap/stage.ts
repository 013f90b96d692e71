import { effect, untracked } from '@preact/signals'
import type { BoardOrder, Point } from '../api/types'
import { known } from '../live/board'
import { now } from '../live/clock'
import type { MapLibre } from '../map/BaseMap'
import { dragged } from '../move/drag'
import { may } from '../session/session'
import { calm, chosen, fleet as couriers, doing, following, hidden } from './choice'
import { density, followCouriers } from './couriers'
import { lookOf, looks, placeOf, RING } from './doing'
import { drawCells, drawGround, drawNames, drawStops, drawWay } from './drawn'
import { Fleet, HIDDEN } from './fleet'
import { Overlay, screenNow } from './overlay'
import { followPlaces, merchants } from './places'
import { flat, type Plane, round } from './plane'
import { followPointer, hovered } from './pointing'
import { keyOf, type Thing, thingOf } from './thing'
import { hasMoved, stopsOf, wayThrough } from './ways'

const FOLLOWED_EACH_MS = 500
/** Who is followed may go this far from the middle, as a part of the map's width. */
const LOOSE = 0.15
const CLOSE_ZOOM = 15.5
const ROOM = 70

let opened: { map: MapLibre; couriers: Fleet; places: Fleet } | null = null

/** Draws couriers, orders and merchants on a map, and keeps them up to date. */
export function perform(map: MapLibre): () => void {
  const { lng, lat } = map.getCenter()
  const origin = flat({ latitude: lat, longitude: lng })
  const [people, places] = [new Fleet(origin), new Fleet(origin)]
  opened = { map, couriers: people, places }
  couriers.value = people
  const ground = drawGround(map)
  const still = new Overlay(map, places, {
    looks,
    ring: RING,
    marked: () => marked().map(keyOf),
  })
  const moving = new Overlay(map, people, {
    looks,
    ring: RING,
    marked: () => marked().flatMap((it) => (it.kind === 'courier' ? [it.id] : [])),
  })
  const renew = () => {
    still.renew()
    moving.renew()
  }
  const ends = [
    ground,
    () => still.close(),
    () => moving.close(),
    followPlaces(places),
    followCouriers(map, people),
    dressCouriers(people),
    followPointer(map, renew, (x, y, reach) => {
      const id = moving.find(x, y, reach)
      if (id !== null) return { kind: 'courier', id }
      const key = still.find(x, y, reach)
      return key === null ? null : thingOf(key)
    }),
    effect(() => drawNames(map, merchants.value.values())),
    effect(() => void drawCells(map, density.value)),
    showWay(map, people),
    follow(map, people),
    effect(() => {
      chosen.value
      hovered.value
      dragged.value
      renew()
    }),
  ]
  flyToChosen()
  return () => {
    opened = null
    couriers.value = null
    for (const end of ends.toReversed()) end()
  }
}

function marked(): Thing[] {
  const moved = dragged.peek()
  const things = [
    chosen.peek(),
    hovered.peek()?.thing,
    moved?.over && { kind: 'courier' as const, id: moved.over },
    moved && { kind: 'order' as const, id: moved.orderId },
  ]
  return things.filter((it) => !!it)
}

/** Who may not know where people are sees how many are in each cell. */
function dressCouriers(people: Fleet) {
  const single = may('whereabouts:read')
  return effect(() => {
    now.value
    calm.value
    const not = hidden.value
    people.dress((id) => {
      if (!single) return HIDDEN
      const does = doing(id)
      return not.has(does) ? HIDDEN : lookOf(does)
    })
  })
}

/** The way of what was chosen: a courier's trip, or from an order's merchant to its door. */
function showWay(map: MapLibre, people: Fleet) {
  let asked: Point | null = null
  let about = ''
  let turn = 0
  return effect(() => {
    const thing = chosen.value
    const { orders, couriers: onShift } = known.value
    now.value
    const order = thing?.kind === 'order' ? orders.get(thing.id) : undefined
    const id = thing?.kind === 'courier' ? thing.id : order?.courierId
    const courier = id ? onShift.get(id) : undefined
    const stops = courier ? stopsOf(courier, orders) : []
    const from = id ? courierPlace(people, id) : null
    const through = stops.length && from ? [from, ...stops.map((it) => it.point)] : wayOf(order)
    const next = `${thing?.kind} ${thing?.id} ${stops.map((it) => it.kind + it.orderId)}`
    if (next === about && (!from || !hasMoved(asked, from))) return
    about = next
    asked = from
    const mine = ++turn
    drawStops(map, stops)
    if (through.length < 2) return drawWay(map, [])
    void wayThrough(through, courier?.vehicle ?? 'scooter').then(
      (way) => mine === turn && opened?.map === map && drawWay(map, way),
    )
  })
}

function wayOf(order: BoardOrder | undefined): Point[] {
  const door = order && placeOf(order)
  return order && door ? [order.handover ?? order.pickup, door] : []
}

function courierPlace(people: Fleet, id: string): Point | null {
  const index = people.indexOf(id)
  if (index >= 0) return round(fromOrigin(people, index))
  return may('whereabouts:read') ? (known.peek().couriers.get(id)?.seen?.point ?? null) : null
}

function fromOrigin(fleet: Fleet, index: number): Plane {
  const { x, y } = fleet.at(index, screenNow())
  return { x: x + fleet.origin.x, y: y + fleet.origin.y }
}

/** Goes along with a courier, until somebody moves the map. */
function follow(map: MapLibre, people: Fleet) {
  const letGo = () => {
    following.value = null
  }
  map.on('dragstart', letGo)
  const timer = setInterval(() => {
    const id = following.peek()
    const at = id ? courierPlace(people, id) : null
    if (!at || map.isMoving()) return
    const { x, y } = map.project([at.longitude, at.latitude])
    const { clientWidth, clientHeight } = map.getContainer()
    const away = Math.max(
      Math.abs(x - clientWidth / 2) / clientWidth,
      Math.abs(y - clientHeight / 2) / clientHeight,
    )
    if (away > LOOSE) map.easeTo({ center: [at.longitude, at.latitude], duration: 800 })
  }, FOLLOWED_EACH_MS)
  return () => {
    clearInterval(timer)
    map.off('dragstart', letGo)
  }
}

/** Shows what was chosen, with where it goes to and comes from. */
export function flyToChosen() {
  const points = untracked(() => pointsOf(chosen.value))
  const [first] = points
  if (!first || !opened) return
  const { map } = opened
  const longitudes = points.map((it) => it.longitude)
  const latitudes = points.map((it) => it.latitude)
  map.fitBounds(
    [
      Math.min(...longitudes),
      Math.min(...latitudes),
      Math.max(...longitudes),
      Math.max(...latitudes),
    ],
    { padding: ROOM, maxZoom: Math.max(map.getZoom(), CLOSE_ZOOM), speed: 2.5, maxDuration: 1200 },
  )
}

function pointsOf(thing: Thing | null): Point[] {
  const at = placeOfThing(thing)
  if (!thing || !at) return []
  const { orders, couriers: onShift } = known.value
  const courier = thing.kind === 'courier' ? onShift.get(thing.id) : undefined
  if (courier) return [at, ...stopsOf(courier, orders).map((it) => it.point)]
  return [at, ...wayOf(thing.kind === 'order' ? orders.get(thing.id) : undefined)]
}

export function placeOfThing(thing: Thing | null): Point | null {
  if (!thing) return null
  if (thing.kind === 'merchant') return merchants.peek().get(thing.id)?.point ?? null
  if (thing.kind === 'courier') return opened ? courierPlace(opened.couriers, thing.id) : null
  const order = known.peek().orders.get(thing.id)
  return order ? (placeOf(order) ?? order.pickup) : null
}
