import type { Money } from '../api/types'
import { language } from './words'

const LOCALES = { en: 'en-GB', id: 'id-ID' } as const
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

/** Making a format is dear, using it is not. */
function format<T extends Intl.DateTimeFormat | Intl.NumberFormat>(
  name: string,
  make: (locale: string) => T,
): T {
  const locale = LOCALES[language.value]
  const key = `${locale} ${name}`
  const made = (kept.get(key) as T | undefined) ?? make(locale)
  kept.set(key, made)
  return made
}

export function clockTime(instant: string | number) {
  const how = { hour: '2-digit', minute: '2-digit' } as const
  return format('time', (it) => new Intl.DateTimeFormat(it, how)).format(new Date(instant))
}

export function clockSeconds(instant: string | number) {
  const how = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  return format('seconds', (it) => new Intl.DateTimeFormat(it, how)).format(new Date(instant))
}

export function dayTime(instant: string | number) {
  const how = { dateStyle: 'medium', timeStyle: 'short' } as const
  return format('day', (it) => new Intl.DateTimeFormat(it, how)).format(new Date(instant))
}

export function dayTimeSeconds(instant: string | number) {
  const how = { dateStyle: 'medium', timeStyle: 'medium' } as const
  return format('day seconds', (it) => new Intl.DateTimeFormat(it, how)).format(new Date(instant))
}

export function count(value: number) {
  return format('count', (it) => new Intl.NumberFormat(it)).format(value)
}

export function decimal(value: number, digits = 1) {
  const how = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return format(`decimal${digits}`, (it) => new Intl.NumberFormat(it, how)).format(value)
}

/** With two digits that tell something, however small it is. */
export function significant(value: number) {
  const how = { maximumSignificantDigits: 2 }
  return format('significant', (it) => new Intl.NumberFormat(it, how)).format(value)
}

export function money({ minor, currency }: Money) {
  const made = format(
    currency,
    (it) => new Intl.NumberFormat(it, { style: 'currency', currency, currencyDisplay: 'symbol' }),
  )
  const digits = made.resolvedOptions().maximumFractionDigits ?? 2
  return made.format(minor / 10 ** digits)
}

/** As `4:05` or `1:02:40`, with a sign if it is negative. */
export function span(milliseconds: number) {
  const seconds = Math.round(Math.abs(milliseconds) / 1000)
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((it) =>
    String(it).padStart(2, '0'),
  )
  const hours = Math.floor(seconds / 3600)
  const text = hours ? `${hours}:${parts.join(':')}` : parts.join(':').replace(/^0/, '')
  return milliseconds < 0 && seconds ? `−${text}` : text
}

const UUID = /\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g

/** An id as it is read aloud: of a long one its beginning. */
export const brief = (id: string) => id.replace(UUID, '$1')

/** Words of the engine, with times, amounts and ids as a person reads them. */
export function plain(text: string, nameOf: (id: string) => string = brief): string {
  return text
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, (it) => clockSeconds(it))
    .replace(/\b(\d+) minor units of ([A-Z]{3})\b/g, (_, minor, currency) =>
      money({ minor: Number(minor), currency }),
    )
    .replace(UUID, (it) => nameOf(it))
}
