import { count, decimal, money } from '../words/format'
import { language } from '../words/words'
import type { Kind } from './figures'
import { DAY_MS } from './zone'

const LOCALES = { en: 'en-GB', id: 'id-ID' } as const
const kept = new Map<string, Intl.DateTimeFormat>()

/** A value with its unit, as it is read. */
export function said(
  value: number | null | undefined,
  kind: Kind,
  currency?: string | null,
): string {
  if (value === null || value === undefined) return '–'
  switch (kind) {
    case 'count':
      return Number.isInteger(value) ? count(value) : decimal(value)
    case 'share':
      return `${decimal(value * 100)} %`
    case 'seconds':
      return `${decimal(value / 60)} min`
    case 'hours':
      return `${decimal(value / 3600)} h`
    case 'money':
      return currency ? money({ minor: value, currency }) : count(value)
  }
}

/** The same on an axis, where there is little room. */
export function onAxis(value: number, kind: Kind, currency?: string | null): string {
  switch (kind) {
    case 'count':
      return count(value)
    case 'share':
      return `${decimal(value * 100, 0)} %`
    case 'seconds':
      return decimal(value / 60, value % 60 ? 1 : 0)
    case 'hours':
      return decimal(value / 3600, value % 3600 ? 1 : 0)
    case 'money':
      return currency ? brief(value, currency) : count(value)
  }
}

function brief(minor: number, currency: string) {
  const format = new Intl.NumberFormat(LOCALES[language.value], {
    style: 'currency',
    currency,
    notation: 'compact',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  })
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return format.format(minor / 10 ** (digits.maximumFractionDigits ?? 2))
}

function dates(timeZone: string, how: Intl.DateTimeFormatOptions) {
  const locale = LOCALES[language.value]
  const key = `${locale} ${timeZone} ${JSON.stringify(how)}`
  const made = kept.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...how })
  kept.set(key, made)
  return made
}

const HOURLY = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
}
const DAILY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }

/** When a piece begins, by the clock of the span's zone. */
export function pieceSaid(at: number, stepMs: number, timeZone: string): string {
  const how = stepMs >= DAY_MS ? DAILY : HOURLY
  return dates(timeZone, how as Intl.DateTimeFormatOptions).format(at)
}

export function daySaid(at: number, timeZone: string): string {
  return dates(timeZone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at)
}

export function hourSaid(at: number, timeZone: string): string {
  return dates(timeZone, { hour: '2-digit', minute: '2-digit' }).format(at)
}

/** A cell by the part of its index that tells it from its neighbours. */
export const cellSaid = (cell: string) => cell.replace(/f+$/, '').slice(-6)
