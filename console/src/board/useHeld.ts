import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'

const STILL_MS = 15_000

/** Whether somebody points at the rows; who does not move for a while no longer does. */
export function useHeld() {
  const isHeld = useSignal(false)
  const timer = useRef(0)
  const release = () => {
    clearTimeout(timer.current)
    isHeld.value = false
  }
  const hold = () => {
    clearTimeout(timer.current)
    isHeld.value = true
    timer.current = window.setTimeout(release, STILL_MS)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return { isHeld: isHeld.value, hold, release }
}
