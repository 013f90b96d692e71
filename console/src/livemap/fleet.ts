import type { Plane } from './plane'

/** Numbers of one courier: from x, y to x, y; since when and for how long; heading; look. */
const STRIDE = 8

/** Not drawn. */
export const HIDDEN = -1
const NO_HEADING = -1

const [TO, SINCE, LASTING, HEADING, LOOK] = [2, 4, 5, 6, 7] as const
const SHORTEST = 0.1
const LONGEST = 6
/** Nobody rides that far between two fixes. */
const LEAP = 3_000
const CALM = 0.7
const ROOM = 256

export interface Fix extends Plane {
  /** Degrees from north, clockwise. */
  heading: number | null
  /** Of the line: nothing was heard for a while. */
  stale: boolean
  /** Engine time. */
  at: number
  cell: string
}

interface Kept extends Fix {
  arrived: number
  /** Seconds between two fixes; null before the second one. */
  usual: number | null
  turn: number
}

/**
 * Where couriers are on the screen. Each goes from where it is shown to its newest fix in the time
 * after which the next one is due: always a moment late, and never ahead of what is known.
 */
export class Fleet {
  readonly origin: Plane
  /** Each row of numbers belongs to the courier at the same place. */
  readonly ids: string[] = []
  /** Counts changes, so that who draws knows of them. */
  version = 0

  #rows = new Float32Array(ROOM * STRIDE)
  readonly #places = new Map<string, number>()
  readonly #kept: Kept[] = []
  #turn = 0
  #lookOf: (id: string, fix: Fix) => number = () => 0

  constructor(origin: Plane) {
    this.origin = origin
  }

  get size() {
    return this.ids.length
  }

  indexOf(id: string) {
    return this.#places.get(id) ?? -1
  }

  fixOf(id: string): Fix | undefined {
    const index = this.#places.get(id)
    return index === undefined ? undefined : this.#kept[index]
  }

  /** @param now in seconds, of the screen's clock */
  place(id: string, fix: Fix, now: number, smooth = true) {
    const known = this.#places.get(id)
    if (known === undefined) this.#enter(id, fix, now)
    else this.#move(known, id, fix, now, smooth)
    this.version++
  }

  remove(id: string, cell?: string) {
    const index = this.#places.get(id)
    if (index === undefined) return
    if (cell !== undefined && this.#kept[index]?.cell !== cell) return
    this.#drop(index)
    this.version++
  }

  /** From here on it is noted who is still spoken of. */
  beginSweep() {
    this.#turn++
  }

  /** Forgets of whom nothing was said since. */
  endSweep() {
    for (let i = this.size - 1; i >= 0; i--) {
      const id = this.ids[i]
      if (id !== undefined && this.#kept[i]?.turn !== this.#turn) this.remove(id)
    }
  }

  /** Forgets those of a cell who are not among these. */
  keepOf(cell: string, present: ReadonlySet<string>) {
    for (let i = this.size - 1; i >= 0; i--) {
      const id = this.ids[i]
      if (id !== undefined && this.#kept[i]?.cell === cell && !present.has(id)) this.remove(id)
    }
  }

  /** Says that somebody is still where they were. */
  meet(id: string) {
    const kept = this.#kept[this.indexOf(id)]
    if (kept) kept.turn = this.#turn
  }

  countCells(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    for (const { cell } of this.#kept) counts.set(cell, (counts.get(cell) ?? 0) + 1)
    return counts
  }

  clear() {
    this.beginSweep()
    this.endSweep()
  }

  /** Gives everybody the look that a function says, also who comes later. */
  dress(lookOf: (id: string, fix: Fix) => number) {
    this.#lookOf = lookOf
    for (let i = 0; i < this.size; i++) {
      const fix = this.#kept[i]
      const id = this.ids[i]
      if (fix && id !== undefined) this.#rows[i * STRIDE + LOOK] = lookOf(id, fix)
    }
    this.version++
  }

  /** Where a courier is shown now, counted from the origin. */
  at(index: number, now: number): Plane {
    return { x: this.xAt(index, now), y: this.yAt(index, now) }
  }

  xAt(index: number, now: number) {
    return this.#mix(index * STRIDE, now, 0)
  }

  yAt(index: number, now: number) {
    return this.#mix(index * STRIDE, now, 1)
  }

  headingAt(index: number) {
    return this.#number(index * STRIDE + HEADING)
  }

  lookAt(index: number) {
    return this.#number(index * STRIDE + LOOK)
  }

  /** In units of the plane per second; 0 once there. */
  speedAt(index: number, now: number) {
    const row = index * STRIDE
    const lasting = this.#number(row + LASTING)
    if (this.#number(row + SINCE) + lasting <= now) return 0
    const across = this.#number(row + TO) - this.#number(row)
    const down = this.#number(row + TO + 1) - this.#number(row + 1)
    return Math.hypot(across, down) / lasting
  }

  /** Of those in reach the nearest who is shown. */
  nearest({ x, y }: Plane, reach: number, now: number): string | null {
    let [found, least] = [-1, reach]
    for (let i = 0; i < this.size; i++) {
      if (this.lookAt(i) === HIDDEN) continue
      const away = Math.hypot(this.xAt(i, now) - x, this.yAt(i, now) - y)
      if (away <= least) [found, least] = [i, away]
    }
    return this.ids[found] ?? null
  }

  #enter(id: string, fix: Fix, now: number) {
    const index = this.size
    if ((index + 1) * STRIDE > this.#rows.length) this.#grow()
    this.ids.push(id)
    this.#places.set(id, index)
    this.#kept.push({ ...fix, arrived: now, usual: null, turn: this.#turn })
    const { x, y } = this.#fromOrigin(fix)
    this.#rows.set(
      [x, y, x, y, now, SHORTEST, fix.heading ?? NO_HEADING, this.#lookOf(id, fix)],
      index * STRIDE,
    )
  }

  #move(index: number, id: string, fix: Fix, now: number, smooth: boolean) {
    const before = this.#kept[index]
    if (!before) return
    const row = index * STRIDE
    const to = this.#fromOrigin(fix)
    const way = Math.hypot(to.x - this.#number(row + TO), to.y - this.#number(row + TO + 1))
    const from = smooth && way < LEAP ? this.at(index, now) : to
    const since = Math.min(Math.max(now - before.arrived, SHORTEST), LONGEST)
    const { usual } = before
    const lasting = usual === null ? since : usual * CALM + since * (1 - CALM)
    const heading = fix.heading ?? (way > 0 ? bearing(from, to) : before.heading)
    const look = this.#lookOf(id, fix)
    this.#rows.set([from.x, from.y, to.x, to.y, now, lasting, heading ?? NO_HEADING, look], row)
    this.#kept[index] = { ...fix, heading, arrived: now, usual: lasting, turn: this.#turn }
  }

  /** The last one takes the place that became free. */
  #drop(index: number) {
    const last = this.size - 1
    const [id, moved] = [this.ids[index], this.ids[last]]
    if (id === undefined || moved === undefined) return
    this.#rows.copyWithin(index * STRIDE, last * STRIDE, (last + 1) * STRIDE)
    this.ids[index] = moved
    this.#kept[index] = this.#kept[last] as Kept
    this.#places.set(moved, index)
    this.#places.delete(id)
    this.ids.pop()
    this.#kept.pop()
  }

  #grow() {
    const larger = new Float32Array(this.#rows.length * 2)
    larger.set(this.#rows)
    this.#rows = larger
  }

  #fromOrigin({ x, y }: Plane): Plane {
    return { x: x - this.origin.x, y: y - this.origin.y }
  }

  #number(index: number) {
    return this.#rows[index] ?? 0
  }

  #mix(row: number, now: number, axis: 0 | 1) {
    const gone = (now - this.#number(row + SINCE)) / this.#number(row + LASTING)
    const from = this.#number(row + axis)
    return from + (this.#number(row + TO + axis) - from) * Math.min(Math.max(gone, 0), 1)
  }
}

/** Degrees from north, clockwise; `y` points south. */
export function bearing(from: Plane, to: Plane) {
  const degrees = (Math.atan2(to.x - from.x, from.y - to.y) * 180) / Math.PI
  return (degrees + 360) % 360
}
