import { effect, signal, untracked } from '@preact/signals'
import { known } from '../live/board'
import { stream } from '../live/line'
import { isLive, playing } from '../live/moment'
import type { Frame } from '../live/stream'
import type { MapLibre } from '../map/BaseMap'
import type { Window } from '../map/project'
import { may } from '../session/session'
import type { Fix, Fleet } from './fleet'
import { screenNow } from './overlay'
import { across, down, flat } from './plane'
import { around, serves, topicOf } from './window'

/** How many couriers are in each H3 cell, where they are not told of one by one. */
export const density = signal<ReadonlyMap<string, number> | null>(null)

interface Positions extends Frame {
  cell: string
  at: string
  whole?: boolean
  positions: {
    courierId: string
    latitude: number
    longitude: number
    heading?: number
    speed?: number
    ageMillis: number
    stale?: boolean
  }[]
  gone?: string[]
}

interface Density extends Frame {
  cells: { cell: string; couriers: number }[]
}

const SWEPT_MS = 1_500
/** From the board's places no cell is known. */
const NO_CELL = ''

/** Shows where couriers are by the line; at a moment of the past, where the board saw them. */
export function followCouriers(map: MapLibre, fleet: Fleet): () => void {
  return effect(() => {
    const live = isLive.value
    return untracked(() => {
      fleet.clear()
      density.value = null
      return live ? followWindow(map, fleet) : followBoardOf(fleet)
    })
  })
}

function followBoardOf(fleet: Fleet) {
  return effect(() => {
    const { couriers } = known.value
    untracked(() => {
      fleet.beginSweep()
      for (const { courierId, seen } of couriers.values()) {
        if (!seen) continue
        const at = Date.parse(seen.at)
        const fix = { ...flat(seen.point), heading: null, stale: false, at, cell: NO_CELL }
        const glides = playing.peek() !== null
        if (fleet.fixOf(courierId)?.at !== at) fleet.place(courierId, fix, screenNow(), glides)
        else fleet.meet(courierId)
      }
      fleet.endSweep()
    })
  })
}

function followWindow(map: MapLibre, fleet: Fleet) {
  let followed: Window | null = null
  let leave: (() => void) | undefined
  let sweeping = 0

  function follow() {
    const seen = windowOf(map)
    if (serves(followed, seen)) return
    leave?.()
    followed = around(seen)
    leave = stream.follow(topicOf(followed), { take, gap: () => undefined, caughtUp })
  }

  /** All who are there are told of next; who is not, has gone. */
  function caughtUp() {
    window.clearTimeout(sweeping)
    fleet.beginSweep()
    const before = density.peek()
    sweeping = window.setTimeout(() => {
      fleet.endSweep()
      if (density.peek() === before) showSingle(fleet)
    }, SWEPT_MS)
  }

  function take(frame: Frame) {
    if (frame.type === 'positions') takePositions(fleet, frame as Positions)
    else if (frame.type === 'density') takeDensity(fleet, frame as Density)
  }

  follow()
  map.on('moveend', follow)
  return () => {
    window.clearTimeout(sweeping)
    map.off('moveend', follow)
    leave?.()
  }
}

function takePositions(fleet: Fleet, { cell, at, whole, positions, gone = [] }: Positions) {
  const now = screenNow()
  const made = Date.parse(at)
  if (whole) fleet.keepOf(cell, new Set(positions.map((it) => it.courierId)))
  for (const it of positions) {
    fleet.place(it.courierId, fixOf(it, made, cell), now)
  }
  for (const id of gone) fleet.remove(id, cell)
  showSingle(fleet)
}

/** Numbers by cell are for a window that is too wide, and for who may not see where people are. */
function showSingle(fleet: Fleet) {
  if (!may('whereabouts:read')) density.value = fleet.countCells()
  else if (density.peek()) density.value = null
}

/** Who stands still heads nowhere, whatever the phone says. */
function fixOf(it: Positions['positions'][number], made: number, cell: string): Fix {
  return {
    x: across(it.longitude),
    y: down(it.latitude),
    heading: it.speed === 0 ? null : (it.heading ?? null),
    stale: it.stale ?? false,
    at: made - it.ageMillis,
    cell,
  }
}

function takeDensity(fleet: Fleet, { cells }: Density) {
  fleet.clear()
  density.value = new Map(cells.map((it) => [it.cell, it.couriers]))
}

function windowOf(map: MapLibre): Window {
  const bounds = map.getBounds()
  return {
    south: bounds.getSouth(),
    west: bounds.getWest(),
    north: bounds.getNorth(),
    east: bounds.getEast(),
  }
}
