import { newKey, post } from '../api/client'
import { Problem } from '../api/problem'
import type { WhatIf, WhatIfChange } from '../api/types'
import type { Asked } from './move'

const TRIES = 8

/** Others may be asking, too: the engine works out one at a time. */
export async function askWhatIf(asked: Asked, isWanted: () => boolean): Promise<WhatIf> {
  for (let tried = 1; ; tried++) {
    try {
      return await post<WhatIf>('/v1/dispatch/what-if', asked, newKey())
    } catch (failure) {
      if (!isBusy(failure) || tried === TRIES || !isWanted()) throw failure
      await new Promise((done) => setTimeout(done, 400 + 400 * Math.random()))
    }
  }
}

const isBusy = (failure: unknown) =>
  failure instanceof Problem && failure.code === 'what-if-in-progress'

/** These end it: nothing can be pinned any more. */
const FOREVER = new Set(['order_is_over', 'picked_up'])

/** What cannot be planned now may be pinned all the same, for when it can. */
export const mayPin = ({ obstacle }: WhatIf) => obstacle === null || !FOREVER.has(obstacle)

export type Lateness = 'newly' | 'more' | 'no-longer' | 'same'

export function latenessOf({ lateSecondsBefore, lateSecondsAfter }: WhatIfChange): Lateness {
  const before = lateSecondsBefore ?? 0
  const after = lateSecondsAfter ?? 0
  if (before === after) return 'same'
  if (before === 0) return 'newly'
  if (after === 0) return lateSecondsAfter === null ? 'same' : 'no-longer'
  return after > before ? 'more' : 'same'
}

export const newlyLate = ({ changes }: WhatIf) =>
  changes.filter((it) => latenessOf(it) === 'newly').length

/** The moved order first, then as the engine says: who becomes later by most. */
export function inOrder({ changes, orderId }: WhatIf): WhatIfChange[] {
  return changes.toSorted((a, b) => Number(b.orderId === orderId) - Number(a.orderId === orderId))
}
