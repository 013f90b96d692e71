import { computed, signal } from '@preact/signals'
import { known } from '../live/board'
import { engineNow, now, speed } from '../live/clock'
import { names } from '../live/names'
import { ask, query } from '../shell/address'
import {
  type Column,
  countGroups,
  GROUPS,
  type Group,
  KEYS,
  type Selection,
  select,
} from './select'

/** What the board shows is part of its address, so that it can be sent to somebody. */
export const selection = computed<Selection>(() => {
  const said = query.value
  const [group, sort] = [said.get('group') ?? '', said.get('sort') ?? '']
  return {
    group: Object.hasOwn(GROUPS, group) ? (group as Group) : 'open',
    text: said.get('text') ?? '',
    late: said.has('late'),
    pinned: said.has('pinned'),
    cash: said.has('cash'),
    sort: Object.hasOwn(KEYS, sort) ? (sort as Column) : 'late',
    descending: (said.get('order') ?? 'down') === 'down',
  }
})

const SORTED_EACH_MS = 5_000
const turn = computed(() => Math.floor(now.value / (SORTED_EACH_MS * speed.value)))

/** The orders that are asked for; which are the most urgent, time changes slowly. */
export const wanted = computed(() => {
  turn.value
  return select(known.value.orders.values(), selection.value, engineNow(), names.value)
})

export const counts = computed(() => countGroups(known.value.orders.values()))

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
