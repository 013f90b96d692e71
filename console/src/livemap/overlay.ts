import type { MapLibre } from '../map/BaseMap'
import { colour, paint } from '../map/colours'
import { Brush, columnOf, type Look } from './brush'
import type { Fleet } from './fleet'
import { Pace } from './pace'
import { flat, type Plane, scaleAt } from './plane'

/** At this zoom things have their own size; further away they are smaller. */
const FULL_ZOOM = 15.5
const PER_ZOOM = 0.18
const [SMALLEST, LARGEST] = [0.5, 1.15]
/** So many are drawn to whole pixels, which is much cheaper. */
const MANY = 400

export interface Dress {
  looks(colour: (token: string) => string): readonly Look[]
  /** The look of the ring around what is marked. */
  ring: number
  /** The ids of what is marked. */
  marked(): readonly string[]
}

/** What of the plane is to be seen, in pixels of the page. */
interface Sight {
  centre: Plane
  scale: number
  width: number
  height: number
}

export const screenNow = () => performance.now() / 1000

/**
 * A sheet of glass above the map. What moves is drawn here, so that the streets need not be drawn
 * anew with each step.
 */
export class Overlay {
  readonly #map: MapLibre
  readonly #fleet: Fleet
  readonly #dress: Dress
  readonly #canvas = document.createElement('canvas')
  readonly #context: CanvasRenderingContext2D
  readonly #brush: Brush
  readonly #pace = new Pace()
  readonly #ends: (() => void)[] = []
  #frame = 0
  #many = false

  constructor(map: MapLibre, fleet: Fleet, dress: Dress) {
    this.#map = map
    this.#fleet = fleet
    this.#dress = dress
    this.#canvas.className = 'glass'
    this.#canvas.ariaHidden = 'true'
    map.getCanvasContainer().append(this.#canvas)
    const context = this.#canvas.getContext('2d')
    if (!context) throw new Error('There is no context to draw in.')
    this.#context = context
    this.#brush = new Brush(context)
    const watching = new ResizeObserver(() => this.#fit())
    watching.observe(map.getContainer())
    const drawn = () => this.#draw()
    map.on('render', drawn)
    this.#ends.push(
      () => watching.disconnect(),
      () => map.off('render', drawn),
      paint(() => this.#redress()),
    )
    this.#fit()
    this.#turn(performance.now())
  }

  close() {
    cancelAnimationFrame(this.#frame)
    for (const end of this.#ends) end()
    this.#canvas.remove()
  }

  /** Draws with the next frame. */
  renew() {
    this.#pace.hurry()
  }

  /** What is at a place of the map's element. */
  find(x: number, y: number, reach: number): string | null {
    const { centre, scale, width, height } = this.#sight()
    const wanted: Plane = {
      x: centre.x + (x - width / 2) / scale,
      y: centre.y + (y - height / 2) / scale,
    }
    return this.#fleet.nearest(wanted, reach / scale, screenNow())
  }

  #sight(): Sight {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer()
    const { lat, lng } = this.#map.getCenter()
    const at = flat({ latitude: lat, longitude: lng })
    const { origin } = this.#fleet
    const centre = { x: at.x - origin.x, y: at.y - origin.y }
    return { centre, scale: scaleAt(this.#map.getZoom()), width, height }
  }

  #turn = (frame: number) => {
    this.#frame = requestAnimationFrame(this.#turn)
    this.#pace.turn(frame)
    if (!this.#map.isMoving() && this.#pace.isDue(frame, this.#fleet.version)) this.#draw()
  }

  #draw() {
    const sight = this.#sight()
    const zoomed = 1 + (this.#map.getZoom() - FULL_ZOOM) * PER_ZOOM
    this.#brush.scale(Math.min(Math.max(zoomed, SMALLEST), LARGEST))
    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height)
    const now = screenNow()
    const fleet = this.#fleet
    let [fastest, shown] = [0, 0]
    for (let i = 0; i < fleet.size; i++) {
      if (!this.#stamp(i, fleet.lookAt(i), sight, now)) continue
      shown++
      fastest = Math.max(fastest, fleet.speedAt(i, now))
    }
    for (const id of this.#dress.marked()) {
      const index = fleet.indexOf(id)
      if (index >= 0) this.#stamp(index, this.#dress.ring, sight, now)
    }
    this.#many = shown > MANY
    this.#pace.drew(fastest * sight.scale, this.#many)
  }

  /** Draws one; whether it is within sight. */
  #stamp(index: number, look: number, sight: Sight, now: number) {
    if (look < 0) return false
    const fleet = this.#fleet
    const { centre, scale, width, height } = sight
    const x = (fleet.xAt(index, now) - centre.x) * scale + width / 2
    const y = (fleet.yAt(index, now) - centre.y) * scale + height / 2
    const room = this.#brush.side
    if (x < -room || y < -room || x > width + room || y > height + room) return false
    const column = look === this.#dress.ring ? 0 : columnOf(fleet.headingAt(index))
    const [across, down] = [x * devicePixelRatio, y * devicePixelRatio]
    if (this.#many) this.#brush.stamp(look, column, Math.round(across), Math.round(down))
    else this.#brush.stamp(look, column, across, down)
    return true
  }

  #redress() {
    this.#brush.wear(this.#dress.looks(colour), colour('--card'), devicePixelRatio)
    this.renew()
  }

  #fit() {
    const { clientWidth, clientHeight } = this.#map.getContainer()
    this.#canvas.width = Math.round(clientWidth * devicePixelRatio)
    this.#canvas.height = Math.round(clientHeight * devicePixelRatio)
    this.#redress()
  }
}
