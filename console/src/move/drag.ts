import { signal } from '@preact/signals'
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

let press: Press | null = null

/** With a mouse a row is pulled away; with a finger it is held first, so that rows can be scrolled. */
export function letOrdersBeDragged(): () => void {
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
  on('dragstart', (event) => rowOf(event) && event.preventDefault())
  on('contextmenu', (event) => press?.timer && event.preventDefault())
  on('touchmove', (event) => dragged.peek() && event.preventDefault(), { passive: false })
  return () => {
    letGo()
    life.abort()
  }
}

const rowOf = ({ target }: Event) =>
  (target as Element | null)?.closest?.('.orders .canvas .row') ?? null

function down(event: PointerEvent) {
  const orderId = rowOf(event)?.id.replace(/^row-/, '')
  const order = orderId && known.peek().orders.get(orderId)
  if (!order || !event.isPrimary || event.button !== 0) return
  if (!isLive.peek() || !may('dispatch:correct') || !isMovable(order)) return
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
  if (dragged.peek()) dragged.value = { orderId: press.orderId, x, y, over: courierAt(x, y) }
  else if (isFar && press.timer) letGo()
  else if (isFar) begin(x, y)
}

const courierAt = (x: number, y: number) =>
  document.elementFromPoint(x, y)?.closest('[data-courier]')?.getAttribute('data-courier') ?? null

function up(event: PointerEvent) {
  const drag = dragged.peek()
  if (!press || event.pointerId !== press.pointerId) return
  if (drag) swallowClick()
  letGo()
  const over = drag && courierAt(event.clientX, event.clientY)
  if (drag && over) askToMove(drag.orderId, over)
}

/** The row is a link, which was not meant. */
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
