import { signal } from '@preact/signals'

/** An order that is about to be moved to a courier. */
export interface Asked {
  orderId: string
  courierId: string
}

/** What the dialog that stands in the shell is about; null while there is none. */
export const asked = signal<Asked | null>(null)

/** Opens the dialog that says what moving the order would change, and moves it if that is wanted. */
export function askToMove(orderId: string, courierId: string) {
  asked.value = { orderId, courierId }
}
