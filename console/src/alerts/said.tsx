import type { Alert } from '../api/types'
import { liveNow, now } from '../live/clock'
import { nameOf } from '../live/names'
import { may, session } from '../session/session'
import { href } from '../shell/address'
import { CourierLink, OrderLink } from '../ui/Ids'
import { brief, count, dayTime, span } from '../words/format'
import { words } from '../words/words'
import { idOf } from './select'

/** How an alert is said in words. */

export const me = () => idOf(session.value?.subject ?? '')

export function who(account: string): string {
  return account === me() ? words.value.alerts.you : brief(account)
}

export function measured(value: number, unit: Alert['unit']): string {
  return unit === 'percent' ? `${count(Math.round(value))} %` : span(value * 1000)
}

/** As one says it: `Late, order 1a2b3c4d`. */
export function spoken({ kind, subjectKind, subject }: Alert): string {
  const t = words.value.alerts
  const name = subjectKind === 'courier' ? nameOf(subject) : brief(subject)
  return `${t.kinds[kind]}, ${t.subjects[subjectKind].toLowerCase()} ${name}`
}

/** For how long, whatever moment the console shows: what stands, stands now. */
export function Age({ at }: { at: string }) {
  now.value
  return (
    <time dateTime={at} title={dayTime(at)}>
      {span(Math.max(0, liveNow() - Date.parse(at)))}
    </time>
  )
}

export function Subject({ alert: { subjectKind, subject } }: { alert: Alert }) {
  return (
    <>
      <span class="quiet">{words.value.alerts.subjects[subjectKind]}</span>{' '}
      <Link kind={subjectKind} subject={subject} />
    </>
  )
}

function Link({ kind, subject }: { kind: Alert['subjectKind']; subject: string }) {
  switch (kind) {
    case 'order':
      return <OrderLink id={subject} />
    case 'courier':
      return <CourierLink id={subject} />
    case 'merchant':
      return <a href={href(`/board?text=${encodeURIComponent(subject)}`)}>{brief(subject)}</a>
    case 'processor':
      return may('ops:read') ? <a href={href('/system')}>{subject}</a> : <span>{subject}</span>
    case 'provider':
      return <span>{subject}</span>
  }
}
