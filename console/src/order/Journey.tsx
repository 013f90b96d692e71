import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { get } from '../api/client'
import type { Order, Point, Track } from '../api/types'
import { liveNow } from '../live/clock'
import { stream } from '../live/line'
import { isLive, moment } from '../live/moment'
import { nameOf } from '../live/names'
import { type Mark, StreetMap } from '../map/StreetMap'
import { type Passed, passedBy, passedOf } from '../map/way'
import { may } from '../session/session'
import { words } from '../words/words'

/** From the merchant to the door, with the courier's way from the pickup on. */
export function Journey({ order }: { order: Order }) {
  const t = words.value.map
  const whole = useWay(order)
  const way = moment.value ? passedBy(whole, moment.value.at) : whole
  const heard = useCourier(order.orderId)
  const courier = isLive.value ? heard : way.at(-1)
  const marks: Mark[] = [{ kind: 'merchant', point: order.pickup, label: order.merchantName }]
  if (order.dropoff) marks.push({ kind: 'door', point: order.dropoff.point, label: t.door })
  if (order.handover) marks.push({ kind: 'handover', point: order.handover, label: t.handover })
  if (courier && order.courierId && order.endedAt === null) {
    marks.push({ kind: 'courier', point: courier, label: nameOf(order.courierId) })
  }
  return <StreetMap marks={marks} way={way} within={whole} />
}

const LONGEST_MS = 3 * 3_600_000

/** A track is personal: whose look at it is to be written down asks for it once. */
function useWay({ courierId, pickedUpAt, deliveredAt, endedAt }: Order): readonly Passed[] {
  const way = useSignal<readonly Passed[]>([])
  const end = deliveredAt ?? endedAt
  const live = isLive.value
  const to = useMemo(() => (end || live ? end : latest(pickedUpAt)), [end, live, pickedUpAt])
  useEffect(() => {
    way.value = []
    if (!courierId || !pickedUpAt || !to || !may('whereabouts:read')) return
    const asked = `/v1/couriers/${encodeURIComponent(courierId)}/track?from=${pickedUpAt}&to=${to}`
    get<Track>(asked).then(
      (track) => {
        way.value = passedOf(track)
      },
      () => undefined,
    )
  }, [courierId, pickedUpAt, to, way])
  return way.value
}

/** What came after the moment that is shown may come to be shown. */
function latest(pickedUpAt: string | null) {
  if (!pickedUpAt) return null
  return new Date(Math.min(Date.parse(pickedUpAt) + LONGEST_MS, liveNow())).toISOString()
}

function useCourier(orderId: string): Point | null {
  const seen = useSignal<Point | null>(null)
  useEffect(
    () =>
      stream.hear(`order:${orderId}`, ({ type, latitude, longitude }) => {
        if (type === 'position') {
          seen.value = { latitude: Number(latitude), longitude: Number(longitude) }
        }
      }),
    [orderId, seen],
  )
  return seen.value
}
