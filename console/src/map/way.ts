import type { Point, Track } from '../api/types'

/** A place where somebody was, and when, in milliseconds. */
export interface Passed extends Point {
  time: number
}

export function passedOf({ geometry, properties }: Track): Passed[] {
  return (geometry?.coordinates ?? []).map(([longitude, latitude], i) => ({
    latitude,
    longitude,
    time: Date.parse(properties.times[i] ?? ''),
  }))
}

export const passedBy = (way: readonly Passed[], at: number) => way.filter((it) => it.time <= at)
