import { get } from '../api/client'
import type { BoardCourier, BoardOrder, BoardStop, Instant, Point, Vehicle } from '../api/types'
import { metres } from './plane'

interface Route {
  points: Point[]
}

export interface StopShown {
  point: Point
  kind: BoardStop['kind']
  orderId: string
  eta: Instant
}

const KEPT = 200
/** Who has come so far on is asked about anew. */
const MOVED_METRES = 60

const routes = new Map<string, Promise<Point[]>>()

/** Where a courier goes next, in order; what has no place that may be known is left out. */
export function stopsOf(
  { stops }: BoardCourier,
  orders: ReadonlyMap<string, BoardOrder>,
): StopShown[] {
  return stops
    .filter((it) => !it.arrivedAt || it.kind !== 'pickup')
    .flatMap(({ kind, orderId, eta }) => {
      const order = orders.get(orderId)
      const point = order && pointOf(kind, order)
      return point ? [{ point, kind, orderId, eta }] : []
    })
}

function pointOf(kind: BoardStop['kind'], order: BoardOrder): Point | undefined {
  if (kind === 'dropoff') return order.dropoff
  return (kind === 'pickup' && order.handover) || order.pickup
}

/** The way along the roads through all of these; straight where there is none. */
export async function wayThrough(points: readonly Point[], vehicle: Vehicle): Promise<Point[]> {
  const legs = points.slice(1).map((to, i) => leg(points[i] as Point, to, vehicle))
  return (await Promise.all(legs)).flat()
}

function leg(from: Point, to: Point, vehicle: Vehicle): Promise<Point[]> {
  const asked = `from=${written(from)}&to=${written(to)}&vehicle=${vehicle}`
  const known = routes.get(asked)
  if (known) return known
  const way = get<Route>(`/v1/map/route?${asked}`).then(
    ({ points }) => [from, ...points, to],
    () => {
      routes.delete(asked)
      return [from, to]
    },
  )
  routes.set(asked, way)
  const oldest = routes.keys().next().value
  if (routes.size > KEPT && oldest !== undefined) routes.delete(oldest)
  return way
}

const written = ({ latitude, longitude }: Point) => `${latitude.toFixed(5)},${longitude.toFixed(5)}`

/** Whether the way from where somebody was is worth asking for anew. */
export const hasMoved = (before: Point | null, after: Point) =>
  before === null || metres(before, after) > MOVED_METRES
