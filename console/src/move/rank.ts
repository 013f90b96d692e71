import type { BoardCourier, Point } from '../api/types'

/** A courier as a choice, with how far they are from where the order is to be fetched. */
export interface Choice {
  courier: BoardCourier
  metres: number | null
}

/** A stop that comes before is worth this much of a way. */
const METRES_PER_STOP = 800
const METRES_PER_DEGREE = 111_195
const FAR = 1e9

/** Who is free and near first; who is on a break last. */
export function rank(couriers: Iterable<BoardCourier>, pickup: Point | undefined): Choice[] {
  return [...couriers]
    .filter((it) => it.duty !== 'off_shift')
    .map((courier) => ({ courier, metres: metresTo(courier, pickup) }))
    .sort((a, b) => score(a) - score(b) || (a.courier.courierId < b.courier.courierId ? -1 : 1))
}

function score({ courier, metres }: Choice) {
  const before = courier.stops.length + (courier.offerId && !courier.stops.length ? 2 : 0)
  const resting = courier.duty === 'on_break' ? 2 * FAR : 0
  return resting + (metres ?? FAR) + before * METRES_PER_STOP
}

function metresTo({ seen }: BoardCourier, pickup: Point | undefined): number | null {
  if (!seen || !pickup) return null
  const shrink = Math.cos((pickup.latitude * Math.PI) / 180)
  const north = seen.point.latitude - pickup.latitude
  const east = (seen.point.longitude - pickup.longitude) * shrink
  return Math.hypot(north, east) * METRES_PER_DEGREE
}

/** Those whose name or id has every word that is looked for. */
export function named(
  choices: readonly Choice[],
  text: string,
  nameOf: (id: string) => string,
): Choice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return choices.filter(({ courier: { courierId } }) => {
    const said = `${courierId} ${nameOf(courierId)}`.toLowerCase()
    return words.every((it) => said.includes(it))
  })
}
