import { signal } from '@preact/signals'
import { isLive } from '../live/moment'

/** An order that is about to be moved to a courier. */
export interface Asked {
  orderId: string
  courierId: string
}

/** What the dialog that stands in the shell is about; null while there is none. */
export const asked = signal<Asked | null>(null)
/** The order for which a courier is being chosen; null while there is none. */
export const choosing = signal<string | null>(null)

/** Opens the dialog that says what moving the order would change, and moves it if that is wanted. */
export function askToMove(orderId: string, courierId: string) {
  if (!isLive.peek()) return
  choosing.value = null
  asked.value = { orderId, courierId }
}

/** Lets a courier be chosen first. */
export function chooseFor(orderId: string) {
  if (isLive.peek()) choosing.value = orderId
}

const BEFORE_PICKUP = new Set(['placed', 'submitted', 'confirmed', 'preparing', 'ready'])

/** What is picked up stays with its courier. */
export const isMovable = ({ stage }: { stage: string }) => BEFORE_PICKUP.has(stage)
