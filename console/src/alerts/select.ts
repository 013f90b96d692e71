import type { Alert, AlertKind } from '../api/types'

export type Group = 'open' | 'untaken' | 'mine' | 'over'

export const GROUPS: readonly Group[] = ['open', 'untaken', 'mine', 'over']

export const KINDS: readonly AlertKind[] = [
  'late',
  'no_courier',
  'stuck',
  'courier_silent',
  'merchant_slow',
  'gateway_failing',
  'projection_lagging',
]

/** Those that nobody has come first, then what has lasted longest. */
export function select(
  alerts: readonly Alert[],
  group: Exclude<Group, 'over'>,
  kind: AlertKind | null,
  me: string,
): Alert[] {
  return alerts
    .filter((it) => belongs(it, group, me) && (kind === null || it.kind === kind))
    .sort(
      (a, b) =>
        Number(a.state === 'acknowledged') - Number(b.state === 'acknowledged') ||
        Date.parse(a.since) - Date.parse(b.since) ||
        a.alertId.localeCompare(b.alertId),
    )
}

export function belongs(alert: Alert, group: Exclude<Group, 'over'>, me: string): boolean {
  if (group === 'untaken') return alert.state === 'standing'
  return group === 'open' || alert.takenBy === me
}

/** What stands now and did not before; nothing of the first look, which is no news. */
export function news(before: ReadonlySet<string> | null, now: readonly Alert[]): Alert[] {
  return before === null
    ? []
    : now.filter((it) => it.state === 'standing' && !before.has(nameOf(it)))
}

/** One for each time that it stands. */
export const nameOf = (alert: Alert) => `${alert.alertId} ${alert.times}`

/** Whose session it is, without the role. */
export const idOf = (subject: string) => subject.slice(subject.indexOf(':') + 1)
