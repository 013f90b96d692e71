import type { BoardOrder } from './api/types'

export const NOON = Date.parse('2026-11-21T12:00:00Z')

export const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString()

/** An order that was placed at noon. */
export function anOrder(orderId: string, said: Partial<BoardOrder> = {}): BoardOrder {
  return {
    orderId,
    customerId: 'ada',
    merchantId: 'noodle-bar',
    merchantName: 'Noodle Bar',
    pickup: { latitude: 43.73, longitude: 7.42 },
    cashDue: { minor: 0, currency: 'EUR' },
    status: 'preparing',
    stage: 'preparing',
    since: at(0),
    placedAt: at(0),
    declines: 0,
    ...said,
  }
}

export const byId = (...orders: BoardOrder[]) => new Map(orders.map((it) => [it.orderId, it]))
