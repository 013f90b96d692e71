import { Problem } from '../api/problem'
import type { OrderChange, Stage } from '../api/types'

/** What is looked at of an order before it is changed. */
export interface Seen {
  pinnedTo?: string | null
  courierId?: string | null
  stage: Stage
}

interface Who {
  courierId?: string
}

/** What a change expects: it is refused when the order is another by then. */
export interface Expected {
  pin?: Who
  carrier?: Who
  stage?: Stage
}

const who = (courierId: string | null | undefined): Who => (courierId ? { courierId } : {})

export const pinOf = ({ pinnedTo }: Seen): Expected => ({ pin: who(pinnedTo) })

export const handsOf = (seen: Seen): Expected => ({
  ...pinOf(seen),
  carrier: who(seen.courierId),
})

export const allOf = (seen: Seen): Expected => ({ ...handsOf(seen), stage: seen.stage })

export const isSame = (a: Seen, b: Seen) =>
  (a.pinnedTo ?? null) === (b.pinnedTo ?? null) && (a.courierId ?? null) === (b.courierId ?? null)

/** What was changed meanwhile, if that is why something was refused. */
export function changesOf(failure: unknown): OrderChange[] | null {
  if (!(failure instanceof Problem) || failure.code !== 'order-changed') return null
  return Array.isArray(failure.members.changes) ? failure.members.changes : []
}
