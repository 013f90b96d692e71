import type { TimelineEntry } from '../api/types'
import { nameIfKnown, nameOf } from '../live/names'
import { brief, clockSeconds, dayTime, plain } from '../words/format'
import { term } from '../words/terms'
import { words } from '../words/words'

const WORTH_SAYING_MS = 5_000

/** Who did what, when and why; the latest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.toReversed().map((entry, i) => (
        <li key={`${entry.recordedAt} ${entries.length - i}`}>
          <time dateTime={entry.occurredAt} title={dayTime(entry.occurredAt)}>
            {clockSeconds(entry.occurredAt)}
          </time>
          <div>
            <p>
              <strong>{term(entry.event)}</strong> <span class="quiet">{actor(entry.actor)}</span>
            </p>
            {entry.detail && <p class="quiet">{plain(entry.detail, nameIfKnown)}</p>}
            {isLate(entry) && (
              <p class="quiet small">
                {words.value.order.recorded(clockSeconds(entry.recordedAt))}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** `courier:7c1e…` by name, the others by what they are and the beginning of their id. */
function actor(text: string) {
  const [role = '', id = ''] = text.split(':')
  if (role === 'courier') return `${words.value.order.sides.courier} ${nameOf(id)}`
  return `${(words.value.order.sides as Record<string, string>)[role] ?? term(role)} ${brief(id)}`
}

/** A phone that was offline tells later what happened before. */
function isLate({ occurredAt, recordedAt }: TimelineEntry) {
  return Date.parse(recordedAt) - Date.parse(occurredAt) > WORTH_SAYING_MS
}
