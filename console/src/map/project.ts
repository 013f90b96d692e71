import type { Point } from '../api/types'

/** A window of the map, in degrees. */
export interface Window {
  south: number
  west: number
  north: number
  east: number
}

export interface View extends Window {
  width: number
  height: number
  /** From degrees to a place in the picture. */
  at(latitude: number, longitude: number): [x: number, y: number]
}

const LEAST_DEGREES = 0.004
const GRID_DEGREES = 0.002
const MARGIN = 0.06
const MOST_DEGREES = 0.17

/** The window that shows all points with some room around them; null if that is too wide. */
export function viewOf(points: readonly Point[], width: number, height: number): View | null {
  const first = points[0]
  if (!first) return null
  const shrink = Math.cos((first.latitude * Math.PI) / 180)
  const [south, north] = ends(points.map((it) => it.latitude))
  const [west, east] = ends(points.map((it) => it.longitude))
  const tall = Math.max(north - south, LEAST_DEGREES)
  const wide = Math.max((east - west) * shrink, LEAST_DEGREES)
  const perPixel = Math.max(tall / height, wide / width) * (1 + 2 * MARGIN)
  const up = (perPixel * height) / 2
  const right = (perPixel * width) / 2 / shrink
  if (up > MOST_DEGREES / 2 || right * shrink > MOST_DEGREES / 2) return null
  const [latitude, longitude] = [(south + north) / 2, (west + east) / 2]
  const window = {
    south: latitude - up,
    north: latitude + up,
    west: longitude - right,
    east: longitude + right,
  }
  return { ...window, width, height, at: placer(window, width, height) }
}

/** Outward to a grid, so that a window stays the same while somebody in it moves a little. */
function ends(values: number[]): [number, number] {
  const low = Math.floor(Math.min(...values) / GRID_DEGREES)
  const high = Math.ceil(Math.max(...values) / GRID_DEGREES)
  return [low * GRID_DEGREES, high * GRID_DEGREES]
}

function placer({ south, west, north, east }: Window, width: number, height: number) {
  return (latitude: number, longitude: number): [number, number] => [
    ((longitude - west) / (east - west)) * width,
    ((north - latitude) / (north - south)) * height,
  ]
}

/** Rows of latitudes and longitudes in turn, as the path of a drawing. */
export function pathOf(rows: readonly (readonly number[])[], view: View): string {
  return rows.map((row) => line(row, view)).join('')
}

function line(row: readonly number[], view: View) {
  let path = ''
  for (let i = 0; i + 1 < row.length; i += 2) {
    const [x, y] = view.at(row[i] ?? 0, row[i + 1] ?? 0)
    path += `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`
  }
  return path
}
