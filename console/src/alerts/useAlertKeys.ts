import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Alert } from '../api/types'
import { isLive } from '../live/moment'
import { may } from '../session/session'
import { offer } from '../shell/shortcuts'
import { words } from '../words/words'
import type { Action } from './AlertTable'

/** Goes through the alerts by keys, and takes the one or gives it back. */
export function useAlertKeys(
  alerts: readonly Alert[],
  act: (alert: Alert, action: Action) => void,
): string | null {
  const current = useSignal<string | null>(null)
  const seen = useRef({ alerts, act })
  seen.current = { alerts, act }
  useEffect(() => {
    const index = () => seen.current.alerts.findIndex((it) => it.alertId === current.peek())
    const move = (by: number) => {
      const last = seen.current.alerts.length - 1
      const at = index()
      const next = seen.current.alerts[at < 0 ? 0 : Math.min(Math.max(at + by, 0), last)]
      current.value = next?.alertId ?? null
      document.getElementById(`alert-${next?.alertId}`)?.scrollIntoView({ block: 'nearest' })
    }
    const run = (action: Action) => {
      const alert = seen.current.alerts[current.peek() === null ? 0 : index()]
      const possible = action === 'take' ? alert?.state === 'standing' : alert?.takenBy !== null
      if (alert && possible && may('alerts:take') && isLive.peek()) seen.current.act(alert, action)
    }
    const key = (keys: string, name: keyof typeof words.value.alerts.keys, does: () => void) => ({
      keys,
      word: () => words.value.alerts.keys[name],
      run: does,
    })
    return offer([
      key('j', 'next', () => move(1)),
      key('k', 'previous', () => move(-1)),
      key('t', 'take', () => run('take')),
      key('u', 'release', () => run('release')),
    ])
  }, [current])
  return current.value
}
