import { clockTime, count, dayTime, decimal } from '../words/format'
import { shownOf } from './report'
import type { Measure } from './types'
import { lab } from './words'

/** A window; its end says its day only if that is another one. */
export function windowSaid(from: string, to: string): string {
  const sameDay = new Date(from).toDateString() === new Date(to).toDateString()
  return `${dayTime(from)} – ${sameDay ? clockTime(to) : dayTime(to)}`
}

/** Without the unit, which stands beside the measure's name. */
export function valueSaid(measure: Measure, value: number | null): string {
  if (value === null) return lab.value.none
  const { per, digits } = shownOf(measure)
  return digits ? decimal(value / per, digits) : count(Math.round(value / per))
}

export function signedSaid(measure: Measure, value: number | null): string {
  if (value === null) return lab.value.none
  const said = valueSaid(measure, Math.abs(value))
  const isZero = Number(said.replace(/[^1-9]/g, '')) === 0
  return isZero ? said : `${value < 0 ? '−' : '+'}${said}`
}

export const unitSaid = (measure: Measure) => lab.value.report.units[shownOf(measure).unit]
