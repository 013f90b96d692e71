import type { Point } from '../api/types'

/**
 * The plane of the map (Web Mercator), in units of about a metre at the equator, counted from an
 * origin nearby, so that single precision is enough for the screen.
 */
const AROUND = 40_075_016.7
const TILE_PIXELS = 512

export interface Plane {
  x: number
  y: number
}

export const across = (longitude: number) => (longitude / 360 + 0.5) * AROUND

export function down(latitude: number) {
  const sine = Math.sin((latitude * Math.PI) / 180)
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * AROUND
}

export const flat = ({ latitude, longitude }: Point): Plane => ({
  x: across(longitude),
  y: down(latitude),
})

export function round({ x, y }: Plane): Point {
  const turned = Math.PI * (1 - (2 * y) / AROUND)
  return {
    latitude: (Math.atan(Math.sinh(turned)) * 180) / Math.PI,
    longitude: (x / AROUND - 0.5) * 360,
  }
}

/** Pixels of the screen per unit of the plane. */
export const scaleAt = (zoom: number) => (TILE_PIXELS * 2 ** zoom) / AROUND

/** Metres between two places that are near each other. */
export function metres(a: Point, b: Point) {
  const shrink = Math.cos((a.latitude * Math.PI) / 180)
  const [p, q] = [flat(a), flat(b)]
  return Math.hypot(p.x - q.x, p.y - q.y) * shrink
}
