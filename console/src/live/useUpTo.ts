import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { engineNow } from './clock'
import { moment, playing } from './moment'

const STILL_MS = 400

/**
 * Until when something is to be told that is not followed: the engine's time when it was opened or,
 * while the console is rewound, the moment, once that stands still.
 */
export function useUpTo(about: string): number {
  const to = useSignal(engineNow())
  const at = moment.value?.at
  const plays = playing.value !== null
  const isFirst = useRef(true)
  useEffect(() => {
    const first = isFirst.current
    isFirst.current = false
    if (first || plays) return
    const timer = setTimeout(() => {
      to.value = engineNow()
    }, STILL_MS)
    return () => clearTimeout(timer)
  }, [about, plays || at, to])
  return to.value
}
