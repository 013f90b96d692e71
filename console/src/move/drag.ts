import { signal } from '@preact/signals'
import type { BoardOrder } from '../api/types'
import { known } from '../live/board'
import { isLive } from '../live/moment'
import { may } from '../session/session'
import { askToMove, isMovable } from './move'

/** An order that hangs on the pointer. */
export interface Dragged {
  orderId: string
  x: number
  y: number
  /** The courier it is over. */
  over: string | null
}

export const dragged = signal<Dragged | null>(null)

const FAR_PX = 6
const LONG_MS = 350
const EDGE_PX = 56

interface Press {
  orderId: string
  pointerId: number
  x: number
  y: number
  timer: number
}

/** What orders are dragged on. */
interface Ground {
  orderAt(event: PointerEvent): string | null
  courierAt(x: number, y: number): string | null
}

const ROWS: Ground = {
  orderAt: ({ target }) =>
    (target as Element).closest('[data-order]')?.getAttribute('data-order') ?? null,
  courierAt: (x, y) =>
    document.elementFromPoint(x, y)?.closest('[data-courier]')?.getAttribute('data-courier') ??
    null,
}

let ground = ROWS
let press: Press | null = null

/** Whether an order can be given to somebody else, and by whom looks at it. */
export const mayMove = (order: BoardOrder | undefined) =>
  order !== undefined && isMovable(order) && may('dispatch:correct') && isLive.peek()

/**
 * With a mouse an order is pulled away; with a finger it is held first, so that one can still scroll.
 *
 * @param more what is besides rows that say which order or courier they are
 */
export function letOrdersBeDragged(more?: Ground): () => void {
  ground = more
    ? {
        orderAt: (event) => ROWS.orderAt(event) ?? more.orderAt(event),
        courierAt: (x, y) => ROWS.courierAt(x, y) ?? more.courierAt(x, y),
      }
    : ROWS
  const life = new AbortController()
  const on = <K extends keyof DocumentEventMap>(
    name: K,
    hear: (event: DocumentEventMap[K]) => void,
    how: AddEventListenerOptions = {},
  ) => document.addEventListener(name, hear, { ...how, signal: life.signal })
  on('pointerdown', down)
  on('pointermove', move)
  on('pointerup', up)
  on('pointercancel', letGo)
  on('keydown', abandon, { capture: true })
  on('dragstart', (event) => press && event.preventDefault())
  on('contextmenu', (event) => press?.timer && event.preventDefault())
  on('touchmove', (event) => dragged.peek() && event.preventDefault(), { passive: false })
  return () => {
    letGo()
    life.abort()
  }
}

function down(event: PointerEvent) {
  if (!event.isPrimary || event.button !== 0) return
  const order = known.peek().orders.get(ground.orderAt(event) ?? '')
  if (!order || !mayMove(order)) return
  const { pointerId, clientX: x, clientY: y } = event
  const timer = event.pointerType === 'mouse' ? 0 : window.setTimeout(() => begin(x, y), LONG_MS)
  press = { orderId: order.orderId, pointerId, x, y, timer }
}

function begin(x: number, y: number) {
  if (!press) return
  getSelection()?.removeAllRanges()
  dragged.value = { orderId: press.orderId, x, y, over: null }
  scrollAtEdges()
}

function move(event: PointerEvent) {
  if (!press || event.pointerId !== press.pointerId) return
  const { clientX: x, clientY: y } = event
  const isFar = Math.hypot(x - press.x, y - press.y) > FAR_PX
  if (dragged.peek()) dragged.value = { orderId: press.orderId, x, y, over: ground.courierAt(x, y) }
  else if (isFar && press.timer) letGo()
  else if (isFar) begin(x, y)
}

function up(event: PointerEvent) {
  const drag = dragged.peek()
  if (!press || event.pointerId !== press.pointerId) return
  if (drag) swallowClick()
  letGo()
  const over = drag && ground.courierAt(event.clientX, event.clientY)
  if (drag && over) askToMove(drag.orderId, over)
}

/** What ends a drag is not a press as well. */
function swallowClick() {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  document.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => document.removeEventListener('click', swallow, { capture: true }))
}

function letGo() {
  clearTimeout(press?.timer)
  press = null
  dragged.value = null
}

function abandon(event: KeyboardEvent) {
  if (event.key !== 'Escape' || !dragged.peek()) return
  event.preventDefault()
  event.stopPropagation()
  letGo()
}

/** Couriers further down come when the pointer is at the pane's edge. */
function scrollAtEdges() {
  const drag = dragged.peek()
  if (!drag) return
  const pane = document.querySelector('.drop-pane .choices')
  const box = pane?.getBoundingClientRect()
  if (box && drag.x >= box.left && drag.x <= box.right) {
    const down = drag.y > box.bottom - EDGE_PX ? 1 : drag.y < box.top + EDGE_PX ? -1 : 0
    if (down) pane?.scrollBy(0, down * 8)
  }
  requestAnimationFrame(scrollAtEdges)
}
