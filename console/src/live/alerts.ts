import { computed, signal } from '@preact/signals'
import { get } from '../api/client'
import type { Alert, AlertPage, AlertSubject } from '../api/types'
import { stream } from './line'

/** All that is not over, the latest first; null until it was read. */
export const alerts = signal<readonly Alert[] | null>(null)
export const alertsFailure = signal<unknown>(null)
/** Counts how often something was heard, for what else is to be read then. */
export const heard = signal(0)

export const untaken = computed(() => (alerts.value ?? []).filter((it) => it.state === 'standing'))

export const about = (kind: AlertSubject, subject: string) =>
  (alerts.value ?? []).filter((it) => it.subjectKind === kind && it.subject === subject)

/** The view follows the facts a moment later. */
const SETTLED_MS = 250
/** In case a fact was told before the view held it. */
const QUIET_MS = 20_000
const MOST = 1_000

let timer = 0
let followers = 0
let unfollow: (() => void) | null = null

export function followAlerts(): () => void {
  if (++followers === 1) {
    const take = ({ type }: { type: string }) => type === 'standing' && readWithin(SETTLED_MS)
    unfollow = stream.follow('alerts', { take, gap: soon, caughtUp: soon })
    void readAlerts()
  }
  return () => {
    if (--followers > 0) return
    unfollow?.()
    clearTimeout(timer)
    due = Infinity
  }
}

const soon = () => readWithin(SETTLED_MS)

function readWithin(milliseconds: number) {
  const at = performance.now() + milliseconds
  if (at >= due) return
  clearTimeout(timer)
  due = at
  timer = window.setTimeout(() => void readAlerts(), milliseconds)
}

let due = Infinity
let reading: Promise<void> | null = null
let next: Promise<void> | null = null

/** One reading is under way, and at most one waits behind it. */
export function readAlerts(): Promise<void> {
  clearTimeout(timer)
  due = Infinity
  if (!reading) {
    reading = read()
    return reading
  }
  next ??= reading.then(() => {
    next = null
    return readAlerts()
  })
  return next
}

async function read() {
  try {
    alerts.value = await all()
    alertsFailure.value = null
    heard.value++
  } catch (problem) {
    alertsFailure.value = problem
  }
  reading = null
  if (followers) readWithin(QUIET_MS)
}

async function all() {
  const found: Alert[] = []
  let cursor: string | null = ''
  while (cursor !== null && found.length < MOST) {
    const from: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
    const page: AlertPage = await get(`/v1/alerts?limit=100${from}`)
    found.push(...page.alerts)
    cursor = page.nextCursor
  }
  return found
}
