import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { get } from '../api/client'
import type { Order, Point, Track } from '../api/types'
import { stream } from '../live/line'
import { nameOf } from '../live/names'
import { type Mark, StreetMap } from '../map/StreetMap'
import { may } from '../session/session'
import { words } from '../words/words'

/** From the merchant to the door, with the courier's way from the pickup on. */
export function Journey({ order }: { order: Order }) {
  const t = words.value.map
  const way = useWay(order)
  const courier = useCourier(order.orderId)
  const marks: Mark[] = [{ kind: 'merchant', point: order.pickup, label: order.merchantName }]
  if (order.dropoff) marks.push({ kind: 'door', point: order.dropoff.point, label: t.door })
  if (order.handover) marks.push({ kind: 'handover', point: order.handover, label: t.handover })
  if (courier && order.courierId && order.endedAt === null) {
    marks.push({ kind: 'courier', point: courier, label: nameOf(order.courierId) })
  }
  return <StreetMap marks={marks} way={way} />
}

/** A track is personal: whose look at it is to be written down asks for it once. */
function useWay({ courierId, pickedUpAt, deliveredAt, endedAt }: Order): Point[] {
  const way = useSignal<Point[]>([])
  const to = deliveredAt ?? endedAt
  useEffect(() => {
    if (!courierId || !pickedUpAt || !to || !may('whereabouts:read')) return
    const asked = `/v1/couriers/${encodeURIComponent(courierId)}/track?from=${pickedUpAt}&to=${to}`
    get<Track>(asked).then(
      ({ geometry }) => {
        way.value = (geometry?.coordinates ?? []).map(([longitude, latitude]) => ({
          latitude,
          longitude,
        }))
      },
      () => undefined,
    )
  }, [courierId, pickedUpAt, to, way])
  return way.value
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
