import { signal } from '@preact/signals'
import { newKey, post } from '../api/client'
import { session } from '../session/session'
import type { Expected } from './seen'

/** A move that somebody made in this window. */
export interface Move {
  orderId: string
  /** Whom the order was pinned to before. */
  from: string | null
  to: string
  key: string
}

/** The last move of each order. */
export const moves = signal<ReadonlyMap<string, Move>>(new Map())
/** The move that was just made, as long as the notice of it stands. */
export const latest = signal<Move | null>(null)

export const orderAt = (orderId: string, action: string) =>
  `/v1/orders/${encodeURIComponent(orderId)}/${action}`

export function remember(orderId: string, from: string | null, to: string) {
  const move = { orderId, from, to, key: newKey() }
  moves.value = new Map(moves.peek()).set(orderId, move)
  latest.value = move
}

export function forget({ orderId }: Move) {
  const rest = new Map(moves.peek())
  rest.delete(orderId)
  moves.value = rest
}

/** The opposite command. It is refused when somebody has pinned or unpinned the order since. */
export async function undo(move: Move): Promise<void> {
  const expected: Expected = { pin: { courierId: move.to } }
  const body = { reason: undoneBy(), expected }
  if (move.from === null) await post(orderAt(move.orderId, 'unpin'), body, move.key)
  else await post(orderAt(move.orderId, 'pin'), { ...body, courierId: move.from }, move.key)
  forget(move)
}

/** Others read it in the timeline, in whatever language. */
function undoneBy() {
  const { role = '', subject = '' } = session.peek() ?? {}
  return `undone by ${role} ${subject}`
}
