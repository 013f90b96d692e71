import { signal } from '@preact/signals'
import type { BoardOrder } from '../api/types'
import { known } from '../live/board'
import { isLive } from '../live/moment'
import type { MapLibre } from '../map/BaseMap'
import { askToMove, isMovable } from '../move/move'
import { may } from '../session/session'
import { choose } from './choice'
import type { Thing } from './thing'

/** What the pointer is over, and where that is within the map. */
export const hovered = signal<{ thing: Thing; x: number; y: number } | null>(null)
/** The order that is being dragged, by where the pointer is on the page. */
export const dragged = signal<{ orderId: string; x: number; y: number } | null>(null)
/** The courier whom it would be dropped on. */
export const target = signal<string | null>(null)

const REACH = 13
const REACH_OF_A_FINGER = 24
/** A press that moves further than this is a drag. */
const STEP = 6

/** What is under a place of the map; null while there is no map. */
let look: ((x: number, y: number, reach: number) => Thing | null) | null = null
let ground: HTMLElement | null = null

/** Whether an order can be given to somebody else, and by whom looks at it. */
export const mayMove = (order: BoardOrder | undefined) =>
  order !== undefined && isMovable(order) && may('dispatch:correct') && isLive.peek()

/** Listens to the pointer above a map. */
export function followPointer(
  map: MapLibre,
  renew: () => void,
  thingAt: (x: number, y: number, reach: number) => Thing | null,
): () => void {
  const element = map.getCanvasContainer()
  look = thingAt
  ground = element
  const move = (event: PointerEvent) => hover(map, renew, event)
  const leave = () => {
    hovered.value = null
  }
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerleave', leave)
  map.on('click', ({ point, originalEvent }) => {
    const touch = (originalEvent as PointerEvent).pointerType === 'touch'
    choose(thingAt(point.x, point.y, touch ? REACH_OF_A_FINGER : REACH))
  })
  map.on('movestart', leave)
  for (const type of ['mousedown', 'touchstart'] as const) {
    map.on(type, (event) => {
      const thing = thingAt(event.point.x, event.point.y, REACH)
      if (thing?.kind !== 'order' || !mayMove(known.peek().orders.get(thing.id))) return
      event.preventDefault()
      const touch = 'touches' in event.originalEvent ? event.originalEvent.touches[0] : undefined
      beginDrag(thing.id, touch ?? (event.originalEvent as MouseEvent))
    })
  }
  return () => {
    look = null
    ground = null
    hovered.value = null
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerleave', leave)
  }
}

function hover(map: MapLibre, renew: () => void, event: PointerEvent) {
  if (event.pointerType !== 'mouse' || dragged.peek() || map.isMoving()) return
  const { left, top } = map.getContainer().getBoundingClientRect()
  const [x, y] = [event.clientX - left, event.clientY - top]
  const thing = look?.(x, y, REACH) ?? null
  map.getCanvas().style.cursor = thing ? 'pointer' : ''
  const before = hovered.peek()
  if (!thing && !before) return
  hovered.value = thing && { thing, x, y }
  renew()
}

interface Spot {
  clientX: number
  clientY: number
}

/** Takes an order along with the pointer, once it moves, until it is let go. */
export function beginDrag(orderId: string, { clientX, clientY }: Spot) {
  const life = new AbortController()
  const { signal: ended } = life
  const move = (event: PointerEvent) => {
    const way = Math.hypot(event.clientX - clientX, event.clientY - clientY)
    if (!dragged.peek() && way < STEP) return
    hovered.value = null
    dragged.value = { orderId, x: event.clientX, y: event.clientY }
    target.value = courierAt(event)
  }
  const end = () => {
    life.abort()
    dragged.value = null
    target.value = null
  }
  const drop = () => {
    const [moved, to] = [dragged.peek(), target.peek()]
    end()
    if (!moved) return
    addEventListener('click', swallow, { capture: true, once: true })
    setTimeout(() => removeEventListener('click', swallow, { capture: true }))
    if (to) askToMove(orderId, to)
  }
  addEventListener('pointermove', move, { signal: ended })
  addEventListener('pointerup', drop, { signal: ended })
  addEventListener('pointercancel', end, { signal: ended })
  addEventListener('keydown', (event) => event.key === 'Escape' && end(), { signal: ended })
}

/** What ends a drag is not a press as well. */
function swallow(event: Event) {
  event.stopPropagation()
  event.preventDefault()
}

/** The courier at a place of the page, on the map or in the list. */
function courierAt({ clientX, clientY }: Spot): string | null {
  const element = document.elementFromPoint(clientX, clientY)
  const row = element?.closest<HTMLElement>('[data-courier]')
  if (row) return row.dataset.courier ?? null
  if (!ground || !look || !element || !ground.contains(element)) return null
  const { left, top } = ground.getBoundingClientRect()
  const thing = look(clientX - left, clientY - top, REACH_OF_A_FINGER)
  return thing?.kind === 'courier' ? thing.id : null
}
