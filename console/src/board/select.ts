import type { BoardOrder } from '../api/types'
import { lateBy, urgency } from './urgency'

export type Group = 'open' | 'waiting' | 'new' | 'kitchen' | 'ready' | 'riding'
export type Column =
  | 'order'
  | 'stage'
  | 'merchant'
  | 'age'
  | 'ready'
  | 'promised'
  | 'door'
  | 'late'
  | 'courier'

export interface Selection {
  group: Group
  text: string
  late: boolean
  pinned: boolean
  cash: boolean
  sort: Column
  descending: boolean
}

export const GROUPS: Record<Group, (order: BoardOrder) => boolean> = {
  open: () => true,
  waiting: (it) => it.waitingSince !== undefined && it.courierId === undefined,
  new: (it) => it.stage === 'placed' || it.stage === 'submitted',
  kitchen: (it) => it.stage === 'confirmed' || it.stage === 'preparing',
  ready: (it) => it.stage === 'ready',
  riding: (it) => it.stage === 'picked_up',
}

const STAGES = ['placed', 'submitted', 'confirmed', 'preparing', 'ready', 'picked_up']
const LAST = '￿'

type Key = string | number

export const KEYS: Record<Column, (order: BoardOrder, now: number) => Key> = {
  order: (it) => it.orderId,
  stage: (it) => STAGES.indexOf(it.stage),
  merchant: (it) => it.merchantName,
  age: (it, now) => now - Date.parse(it.placedAt),
  ready: (it) => it.readyAt ?? it.readyEstimate ?? LAST,
  promised: (it) => it.promisedFor ?? LAST,
  door: (it) => it.dropoffEta ?? LAST,
  late: (it, now) => lateBy(it, now),
  courier: (it) => it.courierId ?? LAST,
}

/** The ids of what is asked for, in order. */
export function select(
  orders: Iterable<BoardOrder>,
  { group, sort, descending, ...rest }: Selection,
  now: number,
  names: ReadonlyMap<string, string> = new Map(),
): string[] {
  const words = rest.text.toLowerCase().split(/\s+/).filter(Boolean)
  const key = KEYS[sort]
  const found: { id: string; key: Key }[] = []
  for (const order of orders) {
    const wanted =
      GROUPS[group](order) &&
      (!rest.late || urgency(order, now) === 'late') &&
      (!rest.pinned || order.pinnedTo !== undefined) &&
      (!rest.cash || order.cashDue.minor > 0) &&
      words.every((it) => says(order, names, it))
    if (wanted) found.push({ id: order.orderId, key: key(order, now) })
  }
  const sign = descending ? -1 : 1
  return found
    .sort((a, b) => sign * compare(a.key, b.key) || compare(a.id, b.id))
    .map((it) => it.id)
}

const compare = (a: Key, b: Key) => (a < b ? -1 : a > b ? 1 : 0)

function says(order: BoardOrder, names: ReadonlyMap<string, string>, word: string) {
  const { orderId, merchantName, merchantId, courierId = '', customerId } = order
  const name = names.get(courierId) ?? ''
  return [orderId, merchantName, merchantId, courierId, name, customerId].some((it) =>
    it.toLowerCase().includes(word),
  )
}

export function countGroups(orders: Iterable<BoardOrder>): Record<Group, number> {
  const counts = { open: 0, waiting: 0, new: 0, kitchen: 0, ready: 0, riding: 0 }
  const groups = Object.keys(GROUPS) as Group[]
  for (const order of orders) {
    for (const group of groups) if (GROUPS[group](order)) counts[group]++
  }
  return counts
}
