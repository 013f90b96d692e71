import { signal } from '@preact/signals'
import type { Resource } from '../api/resource'
import type { Assignment, Courier, Offer, Stop } from '../api/types'

/** What history tells, in the form in which the interface tells what is. */

/** Names, telephones and plates are personal: history does not tell them, so they are those of now. */
export function courierThen(then: Courier, now: Courier | null): Courier {
  const { fullName = null, phone = null, licensePlate = null } = now ?? {}
  return { ...then, fullName, phone, licensePlate }
}

interface StopThen extends Pick<Stop, 'arrivedAt' | 'doneAt' | 'withdrawn'> {
  stop: Pick<Stop, 'kind' | 'orderId' | 'eta'>
}

export type TripThen = Omit<Assignment, 'stops'> & { stops: StopThen[] }

export function tripThen(then: TripThen): Assignment {
  const nowhere = { merchantId: null, point: null, address: null }
  return {
    ...then,
    stops: then.stops.map(({ stop, ...rest }) => ({ ...nowhere, ...stop, ...rest })),
  }
}

/** A trip of the past stands for none of now. */
export const NO_TRIP: Resource<Assignment> = {
  value: signal(null),
  failure: signal(null),
  reload: async () => undefined,
}

/** The offers that were made by a moment, and what had become of them. */
export function offersBy(offers: readonly Offer[], at: number): Offer[] {
  const isBy = (instant: string | null) => instant !== null && Date.parse(instant) <= at
  return offers.filter((it) => isBy(it.offeredAt)).map((it) => stateBy(it, isBy))
}

function stateBy(offer: Offer, isBy: (instant: string | null) => boolean): Offer {
  const { answeredAt, endedAt } = offer
  if (isBy(endedAt)) return offer
  const isTaken = answeredAt !== null && (endedAt !== null || offer.state === 'accepted')
  if (isBy(answeredAt)) return isTaken ? { ...offer, state: 'accepted', reason: null } : offer
  return { ...offer, state: 'offered', reason: null }
}
