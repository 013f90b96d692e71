import { effect, signal } from '@preact/signals'
import { known } from '../live/board'
import type { MapLibre } from '../map/BaseMap'
import { dragged, letOrdersBeDragged, mayMove } from '../move/drag'
import { choose } from './choice'
import type { Thing } from './thing'

/** What the pointer is over, and where that is within the map. */
export const hovered = signal<{ thing: Thing; x: number; y: number } | null>(null)

const REACH = 13
const REACH_OF_A_FINGER = 24

type ThingAt = (x: number, y: number, reach: number) => Thing | null

/** Listens to the pointer above a map. */
export function followPointer(map: MapLibre, renew: () => void, thingAt: ThingAt): () => void {
  const element = map.getCanvasContainer()
  const move = (event: PointerEvent) => hover(map, renew, thingAt, event)
  const leave = () => {
    hovered.value = null
  }
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerleave', leave)
  map.on('click', ({ point, originalEvent }) => {
    choose(thingAt(point.x, point.y, reachOf((originalEvent as PointerEvent).pointerType)))
  })
  map.on('movestart', leave)
  const ends = [followDrags(map, thingAt), leave]
  return () => {
    for (const end of ends) end()
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerleave', leave)
  }
}

const reachOf = (pointer: string) => (pointer === 'touch' ? REACH_OF_A_FINGER : REACH)

/** The map stays where it is while an order is pulled across it. */
function followDrags(map: MapLibre, thingAt: ThingAt): () => void {
  const at = (x: number, y: number, reach: number) => thingAt(...within(map, x, y), reach)
  const isAbove = (place: EventTarget | null) => map.getCanvasContainer().contains(place as Node)
  const ends = [
    letOrdersBeDragged({
      orderAt({ target, clientX, clientY, pointerType }) {
        const thing = isAbove(target) ? at(clientX, clientY, reachOf(pointerType)) : null
        return thing?.kind === 'order' ? thing.id : null
      },
      courierAt(x, y) {
        const above = isAbove(document.elementFromPoint(x, y))
        const thing = above ? at(x, y, REACH_OF_A_FINGER) : null
        return thing?.kind === 'courier' ? thing.id : null
      },
    }),
    effect(() => {
      if (dragged.value) leaveAlone(map)
      else map.dragPan.enable()
    }),
  ]
  map.on('mousedown', (event) => {
    const thing = thingAt(event.point.x, event.point.y, REACH)
    if (thing?.kind === 'order' && mayMove(known.peek().orders.get(thing.id)))
      event.preventDefault()
  })
  return () => {
    for (const end of ends) end()
  }
}

/** Where a place of the page is within the map. */
function within(map: MapLibre, x: number, y: number): [number, number] {
  const { left, top } = map.getContainer().getBoundingClientRect()
  return [x - left, y - top]
}

function leaveAlone(map: MapLibre) {
  hovered.value = null
  map.dragPan.disable()
}

function hover(map: MapLibre, renew: () => void, thingAt: ThingAt, event: PointerEvent) {
  if (event.pointerType !== 'mouse' || dragged.peek() || map.isMoving()) return
  const [x, y] = within(map, event.clientX, event.clientY)
  const thing = thingAt(x, y, REACH)
  map.getCanvas().style.cursor = thing ? 'pointer' : ''
  const before = hovered.peek()
  if (!thing && !before) return
  hovered.value = thing && { thing, x, y }
  renew()
}
