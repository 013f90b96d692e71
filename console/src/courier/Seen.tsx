import type { BoardCourier } from '../api/types'
import { now, speed } from '../live/clock'
import { span } from '../words/format'
import { words } from '../words/words'

const SILENT_MS = 60_000

/** How long ago somebody was seen; in real time, as it is a matter of the line. */
export function Seen({ seen }: { seen: BoardCourier['seen'] }) {
  if (!seen) return <span class="quiet">{words.value.couriers.unseen}</span>
  const age = Math.max(0, now.value - Date.parse(seen.at)) / speed.value
  return <span class={age > SILENT_MS ? 'warn' : ''}>{span(age)}</span>
}
