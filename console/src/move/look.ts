import { batch, type Signal, signal } from '@preact/signals'
import { get } from '../api/client'
import type { BoardOrder, Order, WhatIf } from '../api/types'
import { known } from '../live/board'
import type { Asked } from './move'
import { isSame, type Seen } from './seen'
import { askWhatIf } from './whatIf'

/** What is known before an order is moved: the order as it is, and what would follow. */
export interface Look {
  order: Signal<Order | null>
  answer: Signal<WhatIf | null>
  failure: Signal<unknown>
  again(): Promise<void>
  /** Whether the order is another than it was when it was looked at. */
  isOld(): boolean
  stop(): void
}

export function lookAt(asked: Asked): Look {
  const order = signal<Order | null>(null)
  const answer = signal<WhatIf | null>(null)
  const failure = signal<unknown>(null)
  let onBoard: BoardOrder | undefined
  let latest = 0
  let stopped = false

  async function again() {
    const mine = ++latest
    const isWanted = () => mine === latest && !stopped
    batch(() => {
      answer.value = null
      failure.value = null
    })
    try {
      onBoard = known.peek().orders.get(asked.orderId)
      const read = await get<Order>(`/v1/orders/${encodeURIComponent(asked.orderId)}`)
      if (isWanted()) order.value = read
      const told = await askWhatIf(asked, isWanted)
      if (isWanted()) answer.value = told
    } catch (problem) {
      if (isWanted()) failure.value = problem
    }
  }

  return {
    order,
    answer,
    failure,
    again,
    isOld: () => isAnother(onBoard, known.value.orders.get(asked.orderId), order.value),
    stop: () => {
      stopped = true
    },
  }
}

/** The board may be a little behind; only what has come to it since is news, or that it is over. */
function isAnother(then: Seen | undefined, now: Seen | undefined, seen: Seen | null) {
  if (!then || !seen) return false
  return now === undefined || (!isSame(then, now) && !isSame(now, seen))
}
