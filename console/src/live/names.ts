import { signal } from '@preact/signals'
import { get } from '../api/client'
import type { Courier } from '../api/types'
import { may } from '../session/session'
import { brief } from '../words/format'

/** What couriers are called, as far as it was asked for. */
export const names = signal<ReadonlyMap<string, string>>(new Map())

const SOON_MS = 100
const FEW = 5

const asked = new Set<string>()
let missing: string[] = []

/** A courier's name, or the beginning of their id until it is known. */
export function nameOf(courierId: string): string {
  const name = names.value.get(courierId)
  if (name === undefined && !asked.has(courierId)) want(courierId)
  return name ?? brief(courierId)
}

function want(courierId: string) {
  asked.add(courierId)
  missing.push(courierId)
  if (missing.length === 1) setTimeout(() => void read().catch(() => undefined), SOON_MS)
}

async function read() {
  const wanted = missing
  missing = []
  if (!may('couriers:read-any')) return
  if (wanted.length <= FEW) take(await Promise.all(wanted.map(one)))
  else await readAll()
}

const one = (id: string) => get<Courier>(`/v1/couriers/${encodeURIComponent(id)}`)

async function readAll() {
  let cursor: string | null = ''
  while (cursor !== null) {
    const from: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
    const page: { couriers: Courier[]; nextCursor: string | null } = await get(
      `/v1/couriers?limit=100${from}`,
    )
    take(page.couriers)
    cursor = page.nextCursor
  }
}

function take(couriers: readonly Courier[]) {
  const next = new Map(names.peek())
  for (const { courierId, fullName } of couriers) {
    asked.add(courierId)
    if (fullName) next.set(courierId, fullName)
  }
  names.value = next
}
