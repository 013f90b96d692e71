import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { asked, choosing } from './move'
import { latest } from './undo'

/** Stands in the shell; what it shows is loaded when it is first wanted. */
export function Moves() {
  const Shown = useSignal<ComponentType | null>(null)
  const isWanted = asked.value !== null || choosing.value !== null || latest.value !== null
  useEffect(() => {
    if (!isWanted || Shown.peek()) return
    const letGo = () => {
      asked.value = null
      choosing.value = null
    }
    import('./Moving').then((it) => {
      Shown.value = it.Moving
    }, letGo)
  }, [isWanted, Shown])
  return Shown.value && <Shown.value />
}
