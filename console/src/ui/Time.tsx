import { now } from '../live/clock'
import { clockTime, dayTime, span } from '../words/format'

export function Clock({ at }: { at: string | null | undefined }) {
  if (!at) return <span class="quiet">–</span>
  return (
    <time dateTime={at} title={dayTime(at)}>
      {clockTime(at)}
    </time>
  )
}

/** How long ago, by the engine's clock; it counts on. */
export function Since({ at }: { at: string }) {
  return (
    <time dateTime={at} title={dayTime(at)}>
      {span(Math.max(0, now.value - Date.parse(at)))}
    </time>
  )
}
