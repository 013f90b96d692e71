import { get } from '../api/client'
import { moment, pause, rewindTo } from '../live/moment'
import { may } from '../session/session'

/** The events that are worth a step. */
const TYPES = [
  'OrderPlaced',
  'OrderConfirmed',
  'PreparationStarted',
  'OrderReady',
  'CourierAssigned',
  'CourierUnassigned',
  'OrderPickedUp',
  'OrderDelivered',
  'OrderCancelled',
  'DeliveryFailed',
  'OrderReturned',
  'OrderStranded',
  'AssignmentOffered',
  'OfferDeclined',
  'OfferExpired',
  'AssignmentAbandoned',
  'ShiftStarted',
  'ShiftEnded',
  'BreakStarted',
  'BreakEnded',
]

export const mayStep = () => may('history:read')

let latest = 0

/** To the next event or to the one before. */
export async function stepEvent(by: 1 | -1): Promise<void> {
  const from = moment.peek()
  if (!from) return
  pause()
  const mine = ++latest
  const { events } = await get<{ events: { position: number; recordedAt: string }[] }>(
    `/v1/history/events?${new URLSearchParams({ type: TYPES.join(','), limit: '1', ...beyond(by) })}`,
  )
  const next = events[0]
  if (mine === latest && next) rewindTo(Date.parse(next.recordedAt), next.position)
}

function beyond(by: 1 | -1): Record<string, string> {
  const { at, position } = moment.peek() ?? { at: 0, position: null }
  const time = new Date(at).toISOString()
  if (by < 0) return { order: 'newest_first', recordedTo: time }
  if (position !== null) return { after: String(position) }
  return { recordedFrom: new Date(at + 1).toISOString() }
}

export function stepMinutes(by: number) {
  const from = moment.peek()
  if (from) rewindTo(from.at + by * 60_000)
}
