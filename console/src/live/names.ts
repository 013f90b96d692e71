import { signal } from '@preact/signals'
import { get } from '../api/client'
import type { Courier } from '../api/types'
import { may } from '../session/session'
import { brief } from '../words/format'

/** What couriers are called, as far as it was asked for. */
export const names = signal<ReadonlyMap<string, string>>(new Map())

const SOON_MS = 100
const FEW = 5
const GONE = 404

const asked = new Set<string>()
let missing: string[] = []
let everybody: Promise<void> | null = null

/** A courier's name, or the beginning of their id until it is known. */
export function nameOf(courierId: string): string {
  const name = names.value.get(courierId)
  if (name === undefined && !asked.has(courierId)) want(courierId)
  return name ?? brief(courierId)
}

/** Of an id that need not be a courier's. */
export const nameIfKnown = (id: string) => names.value.get(id) ?? brief(id)

function want(courierId: string) {
  asked.add(courierId)
  missing.push(courierId)
  if (missing.length === 1) setTimeout(() => void read(), SOON_MS)
}

/** Whoever could not be read is asked for again when they are next shown. */
async function read() {
  const wanted = missing
  missing = []
  if (!may('couriers:read-any')) return
  if (wanted.length > FEW) await readAll().catch(() => undefined)
  const unknown = wanted.filter((it) => !names.peek().has(it))
  const few = unknown.slice(0, FEW)
  const told = await Promise.allSettled(few.map(one))
  take(told.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : [])))
  const unread = few.filter((_, i) => mayPass(told[i]))
  for (const id of [...unread, ...unknown.slice(FEW)]) asked.delete(id)
}

function mayPass(told: PromiseSettledResult<Courier> | undefined) {
  return told?.status === 'rejected' && (told.reason as { status?: number }).status !== GONE
}

const one = (id: string) => get<Courier>(`/v1/couriers/${encodeURIComponent(id)}`)

/** Once at most: who comes to be known later is asked for by name. */
function readAll() {
  everybody ??= allPages().then(take, (failure) => {
    everybody = null
    throw failure
  })
  return everybody
}

async function allPages(): Promise<Courier[]> {
  const all: Courier[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const from: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
    const page: { couriers: Courier[]; nextCursor: string | null } = await get(
      `/v1/couriers?limit=100${from}`,
    )
    all.push(...page.couriers)
    cursor = page.nextCursor
  }
  return all
}

function take(couriers: readonly Courier[]) {
  const next = new Map(names.peek())
  for (const { courierId, fullName } of couriers) {
    asked.add(courierId)
    if (fullName) next.set(courierId, fullName)
  }
  names.value = next
}
