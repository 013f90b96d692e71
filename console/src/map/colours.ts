import { effect } from '@preact/signals'
import { isDark } from '../shell/preferences'

const brush = document.createElement('canvas').getContext('2d')

/** A colour of the page as it is now, as `#rrggbb`, however it is written. */
export function colour(token: string): string {
  const written = getComputedStyle(document.documentElement).getPropertyValue(token).trim()
  if (!brush) return written
  brush.fillStyle = written
  return brush.fillStyle
}

/** Runs now, and again whenever the colours have changed. */
export function paint(work: () => void): () => void {
  let over = false
  const stop = effect(() => {
    isDark.value
    queueMicrotask(() => over || work())
  })
  return () => {
    over = true
    stop()
  }
}
