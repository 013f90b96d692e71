import type { BoardCourier, BoardOrder } from '../api/types'
import type { Urgency } from '../board/urgency'
import type { Look } from './brush'

/** What somebody on shift does, as the map tells them apart. */
export const DOINGS = ['free', 'riding', 'resting', 'stale'] as const
export type Doing = (typeof DOINGS)[number]

export const URGENCIES = ['late', 'soon', 'calm'] as const satisfies readonly Urgency[]

/** What may be hidden. */
export type Kind = Doing | Urgency

const SILENT_MS = 60_000

export function doingOf(courier: BoardCourier | undefined, stale: boolean): Doing {
  if (stale) return 'stale'
  if (!courier) return 'free'
  if (courier.tripId !== undefined || courier.stops.length > 0) return 'riding'
  return courier.duty === 'on_break' ? 'resting' : 'free'
}

/** Whether nobody has heard of them for so long, in real time, that they may be elsewhere. */
export const isSilent = (seenAt: number, now: number, speed: number) =>
  (now - seenAt) / speed > SILENT_MS

/** The colour of each kind of thing, by its token. */
export const TOKENS = {
  free: '--accent',
  riding: '--hue-1',
  resting: '--hue-4',
  stale: '--strong-line',
  late: '--late',
  soon: '--soon',
  calm: '--hue-8',
} as const satisfies Record<Kind, string>

const COURIER_PIXELS = 30
const ORDER_PIXELS = 22
const MERCHANT_PIXELS = 16
const RING_PIXELS = 40

const KINDS = [...DOINGS, ...URGENCIES]
export const lookOf = (kind: Kind) => KINDS.indexOf(kind)
export const MERCHANT = KINDS.length
export const RING = MERCHANT + 1

/** All looks, in the colours of now; `lookOf`, `MERCHANT` and `RING` are places in it. */
export function looks(colour: (token: string) => string): Look[] {
  return [
    ...DOINGS.map((it) => courier(colour(TOKENS[it]))),
    ...URGENCIES.map((it) => order(colour(TOKENS[it]))),
    { shape: 'merchant', colour: colour('--text'), size: MERCHANT_PIXELS },
    { shape: 'ring', colour: colour('--text'), size: RING_PIXELS },
  ]
}

const courier = (colour: string): Look => ({ shape: 'courier', colour, size: COURIER_PIXELS })
const order = (colour: string): Look => ({ shape: 'order', colour, size: ORDER_PIXELS })

/** Where an order is shown: at its door, or, for who may not know that, nowhere but in the list. */
export const placeOf = (order: BoardOrder) => order.dropoff
