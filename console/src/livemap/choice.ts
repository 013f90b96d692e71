import { computed, effect, signal } from '@preact/signals'
import { lateBy, urgency } from '../board/urgency'
import { known } from '../live/board'
import { engineNow, now, speed } from '../live/clock'
import { type Known, NOTHING } from '../live/fold'
import { nameOf, names } from '../live/names'
import { ask, query } from '../shell/address'
import { type Doing, doingOf, isSilent, type Kind } from './doing'
import type { Fleet } from './fleet'
import type { Thing } from './thing'

const KINDS = ['courier', 'order', 'merchant'] as const

const CALM_MS = 250

/** The board, renewed a few times a second at most, as going through all of it takes a while. */
export const calm = signal<Known>(NOTHING)

export function followKnown(): () => void {
  let timer = 0
  calm.value = known.peek()
  const stop = effect(() => {
    known.value
    timer ||= window.setTimeout(() => {
      timer = 0
      calm.value = known.peek()
    }, CALM_MS)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** What is looked at is part of the address, so that it can be sent to somebody. */
export const chosen = computed<Thing | null>(() => {
  for (const kind of KINDS) {
    const id = query.value.get(kind)
    if (id) return { kind, id }
  }
  return null
})

export function choose(thing: Thing | null) {
  if (following.peek() !== thing?.id) following.value = null
  const none = { courier: null, order: null, merchant: null }
  ask({ ...none, ...(thing && { [thing.kind]: thing.id }) })
}

export const isChosen = (kind: Thing['kind'], id: string) =>
  chosen.value?.kind === kind && chosen.value.id === id

/** The courier whom the map goes along with. */
export const following = signal<string | null>(null)

/** Which kinds of couriers and orders are not shown. */
export const hidden = computed<ReadonlySet<string>>(
  () => new Set(query.value.get('hide')?.split(',') ?? []),
)

export function toggle(kind: Kind) {
  const next = new Set(hidden.peek())
  if (!next.delete(kind)) next.add(kind)
  ask({ hide: [...next].join(',') || null })
}

/** What the list shows. */
export const listed = computed<'couriers' | 'orders'>(() =>
  query.value.get('list') === 'orders' ? 'orders' : 'couriers',
)
export const list = (what: 'couriers' | 'orders') => ask({ list: what === 'orders' ? what : null })

export const text = signal('')

/** Where couriers are; set while the map is open. */
export const fleet = signal<Fleet | null>(null)

/** When somebody was seen last, by the line or by the board. */
export function seenAt(courierId: string): number | null {
  const fix = fleet.peek()?.fixOf(courierId)
  if (fix) return fix.at
  const seen = known.peek().couriers.get(courierId)?.seen
  return seen ? Date.parse(seen.at) : null
}

export function doing(courierId: string): Doing {
  const courier = known.peek().couriers.get(courierId)
  const fix = fleet.peek()?.fixOf(courierId)
  const at = seenAt(courierId)
  const stale = fix?.stale || (at !== null && isSilent(at, engineNow(), speed.peek()))
  return doingOf(courier, stale)
}

const SORTED_EACH_MS = 2_000
const turn = computed(() => Math.floor(now.value / (SORTED_EACH_MS * speed.value)))

const byName = new Intl.Collator(undefined, { numeric: true })

/** Everybody on shift with what they do, by name. */
const everybody = computed(() => {
  turn.value
  names.value
  return [...calm.value.couriers.keys()]
    .map((id) => ({ id, name: nameOf(id), doing: doing(id) }))
    .sort((a, b) => byName.compare(a.name, b.name))
})

/** Every open order, the most urgent first. */
const everything = computed(() => {
  turn.value
  const at = engineNow()
  return [...calm.value.orders.values()]
    .map((order) => ({ order, urgency: urgency(order, at), late: lateBy(order, at) }))
    .sort((a, b) => b.late - a.late)
})

export const counts = computed(() => {
  const counted = { free: 0, riding: 0, resting: 0, stale: 0, late: 0, soon: 0, calm: 0 }
  for (const it of everybody.value) counted[it.doing]++
  for (const it of everything.value) counted[it.urgency]++
  return counted
})

const says = (...parts: (string | undefined)[]) => {
  const wanted = text.value.trim().toLowerCase()
  return parts.some((it) => it?.toLowerCase().includes(wanted))
}

export const couriersFound = computed(() =>
  everybody.value.filter((it) => !hidden.value.has(it.doing) && says(it.name, it.id)),
)

export const ordersFound = computed(() =>
  everything.value.filter(
    ({ order, urgency }) =>
      !hidden.value.has(urgency) &&
      says(order.orderId, order.merchantName, order.courierId && nameOf(order.courierId)),
  ),
)
