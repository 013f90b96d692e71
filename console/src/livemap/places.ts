import { computed, effect } from '@preact/signals'
import type { BoardOrder, Point } from '../api/types'
import { urgency } from '../board/urgency'
import { engineNow, now, speed } from '../live/clock'
import { may } from '../session/session'
import { calm, hidden } from './choice'
import { density } from './couriers'
import { lookOf, MERCHANT, placeOf } from './doing'
import { type Fleet, HIDDEN } from './fleet'
import { screenNow } from './overlay'
import { flat } from './plane'
import { keyOf, type Thing, thingOf } from './thing'

export interface Merchant {
  id: string
  name: string
  point: Point
  orders: BoardOrder[]
}

/** The merchants of whom there is an open order. */
export const merchants = computed<ReadonlyMap<string, Merchant>>(() => {
  const found = new Map<string, Merchant>()
  for (const order of calm.value.orders.values()) {
    const { merchantId: id, merchantName: name, pickup: point } = order
    const merchant = found.get(id) ?? { id, name, point, orders: [] }
    merchant.orders.push(order)
    found.set(id, merchant)
  }
  return found
})

const URGENT_EACH_MS = 5_000
const turn = computed(() => Math.floor(now.value / (URGENT_EACH_MS * speed.value)))

const STILL = { heading: null, stale: false, at: 0, cell: '' }

/** Keeps orders and merchants where they are on the map. */
export function followPlaces(places: Fleet): () => void {
  const moved = effect(() => {
    const { orders } = calm.value
    places.beginSweep()
    for (const { id, point } of merchants.value.values()) put(places, 'merchant', id, point)
    for (const order of orders.values()) put(places, 'order', order.orderId, placeOf(order))
    places.endSweep()
  })
  const dressed = effect(() => {
    turn.value
    const { orders } = calm.value
    const [not, at] = [hidden.value, engineNow()]
    const tooWide = density.value !== null && may('whereabouts:read')
    places.dress((key) => {
      if (tooWide) return HIDDEN
      const { kind, id } = thingOf(key)
      const order = kind === 'order' ? orders.get(id) : undefined
      if (!order) return MERCHANT
      const how = urgency(order, at)
      return not.has(how) ? HIDDEN : lookOf(how)
    })
  })
  return () => {
    moved()
    dressed()
  }
}

/** Places do not move; what is there already is only noted. */
function put(places: Fleet, kind: Thing['kind'], id: string, point: Point | undefined) {
  const key = keyOf({ kind, id })
  if (!point) return
  if (places.indexOf(key) >= 0) places.meet(key)
  else places.place(key, { ...flat(point), ...STILL }, screenNow())
}
