import { effect } from '@preact/signals'
import { isDark } from '../shell/preferences'

/** A colour of the page as it is now. */
export const colour = (token: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(token).trim()

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
