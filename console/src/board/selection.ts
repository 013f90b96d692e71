import { computed, signal } from '@preact/signals'
import { ask, query } from '../shell/address'
import { type Column, GROUPS, type Group, type Selection } from './select'

/** What the board shows is part of its address, so that it can be sent to somebody. */
export const selection = computed<Selection>(() => {
  const said = query.value
  const group = said.get('group')
  return {
    group: group && group in GROUPS ? (group as Group) : 'open',
    text: said.get('text') ?? '',
    late: said.has('late'),
    pinned: said.has('pinned'),
    cash: said.has('cash'),
    sort: (said.get('sort') as Column | null) ?? 'late',
    descending: (said.get('order') ?? 'down') === 'down',
  }
})

/** The row that the keyboard is at; kept while an order is looked at. */
export const current = signal<string | null>(null)

export const chooseGroup = (group: Group) => ask({ group: group === 'open' ? null : group })
export const toggle = (name: 'late' | 'pinned' | 'cash') =>
  ask({ [name]: selection.peek()[name] ? null : 'true' })
export const find = (text: string) => ask({ text: text || null })

export function sortBy(sort: Column) {
  const { sort: before, descending } = selection.peek()
  const down = sort === before ? !descending : sort === 'late' || sort === 'age'
  ask({ sort, order: down ? 'down' : 'up' })
}
