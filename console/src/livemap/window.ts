import type { Window } from '../map/project'

/** How much more than is seen is followed, on each side. */
const BEYOND = 0.2
/** What is followed may be so many times as wide as what is seen. */
const TOO_WIDE = 3
const DIGITS = 1e5

const [FURTHEST_NORTH, FURTHEST_EAST] = [85, 180]

/** What is seen with some room around it. */
export function around({ south, west, north, east }: Window): Window {
  const up = (north - south) * BEYOND
  const right = (east - west) * BEYOND
  return {
    south: Math.max(south - up, -FURTHEST_NORTH),
    west: Math.max(west - right, -FURTHEST_EAST),
    north: Math.min(north + up, FURTHEST_NORTH),
    east: Math.min(east + right, FURTHEST_EAST),
  }
}

/** Whether what is followed still serves for what is seen. */
export function serves(followed: Window | null, seen: Window) {
  if (!followed) return false
  const within =
    followed.south <= seen.south &&
    followed.west <= seen.west &&
    followed.north >= seen.north &&
    followed.east >= seen.east
  return within && followed.north - followed.south < TOO_WIDE * (seen.north - seen.south)
}

export const topicOf = ({ south, west, north, east }: Window) =>
  `viewport:${[south, west, north, east].map((it) => (Math.round(it * DIGITS) / DIGITS).toFixed(5))}`
