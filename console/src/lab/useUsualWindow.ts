import { useEffect } from 'preact/hooks'
import { get } from '../api/client'
import type { Board } from '../api/types'
import { liveNow, readClock } from '../live/clock'
import { may } from '../session/session'
import type { KnownPolicies } from './types'
import { usualWindow, type Window } from './window'

const DAY_MS = 24 * 3_600_000
const AGAIN_MS = 10_000

interface Figures {
  figures: { at: string; count: number }[]
}

/** Asks which past hours had deliveries and are over, until there are some, and tells the window to begin with. */
export function useUsualWindow(known: KnownPolicies, tell: (window: Window | null) => void) {
  useEffect(() => {
    const life = new AbortController()
    let timer = 0
    const look = async () => {
      const window = await find(known, life.signal).catch(() => null)
      if (life.signal.aborted) return
      tell(window)
      if (!window) timer = setTimeout(look, AGAIN_MS) as unknown as number
    }
    void look()
    return () => {
      life.abort()
      clearTimeout(timer)
    }
  }, [])
}

async function find(known: KnownPolicies, signal: AbortSignal): Promise<Window | null> {
  if (!may('analytics:read-any')) return null
  await readClock()
  const now = liveNow()
  const [orders, board] = await Promise.all([
    series('orders', { from: now - DAY_MS, to: now }, signal),
    may('board:follow') ? get<Board>('/v1/board', { signal }).catch(() => null) : null,
  ])
  const open = board?.orders.map((it) => Date.parse(it.placedAt)) ?? []
  const since = known.policies.find((it) => it.live)?.liveSince
  const window = usualWindow({
    now,
    busy: orders.figures.map((it) => Date.parse(it.at)),
    oldestOpen: open.length > 0 ? Math.min(...open) : null,
    liveSince: since ? Date.parse(since) : null,
  })
  const delivered = window && (await series('delivered', window, signal))
  return delivered?.figures.some((it) => it.count > 0) ? window : null
}

function series(measure: string, { from, to }: Window, signal: AbortSignal): Promise<Figures> {
  const [first, last] = [from, to].map((it) => `${new Date(it).toISOString().slice(0, 19)}Z`)
  const path = `/v1/analytics/series?measure=${measure}&bucket=hour&from=${first}&to=${last}`
  return get<Figures>(path, { signal })
}
