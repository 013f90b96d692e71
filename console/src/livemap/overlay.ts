import type { MapLibre } from '../map/BaseMap'
import { colour, paint } from '../map/colours'
import { type Fleet, STRIDE } from './fleet'
import { flat, type Plane, scaleAt } from './plane'
import { type Look, Points, type Sight } from './points'

/** The picture is renewed once something has moved by this many pixels, at most with each frame. */
const SEEN_PIXELS = 0.25
/** At this zoom things have their own size; further away they are smaller. */
const FULL_ZOOM = 15
const [SMALLEST, LARGEST] = [0.5, 1.15]

/** Something that is drawn. */
export interface Found {
  fleet: Fleet
  id: string
}

export interface Dress {
  looks(colour: (token: string) => string): readonly Look[]
  /** The look of the ring around what is marked. */
  ring: number
  marked(): readonly Found[]
}

export const screenNow = () => performance.now() / 1000

/**
 * A sheet of glass above the map. What moves is drawn here, so that the streets need not be drawn
 * anew with each frame.
 */
export class Overlay {
  readonly #map: MapLibre
  readonly #canvas = document.createElement('canvas')
  readonly #gl: WebGL2RenderingContext
  readonly #layers: { fleet: Fleet; points: Points; loaded: number }[] = []
  readonly #ends: (() => void)[] = []
  readonly #dress: Dress
  readonly #ring: Points
  #due = 0
  #frame = 0
  #watching: ResizeObserver

  constructor(map: MapLibre, fleets: readonly Fleet[], dress: Dress) {
    this.#map = map
    this.#dress = dress
    this.#canvas.className = 'glass'
    this.#canvas.ariaHidden = 'true'
    map.getCanvasContainer().append(this.#canvas)
    const gl = this.#canvas.getContext('webgl2', { antialias: false, depth: false })
    if (!gl) throw new Error('There is no context to draw in.')
    this.#gl = gl
    this.#layers = fleets.map((fleet) => ({ fleet, points: new Points(gl), loaded: -1 }))
    this.#ring = new Points(gl)
    gl.enable(gl.BLEND)
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
    this.#watching = new ResizeObserver(() => this.#fit())
    this.#watching.observe(map.getContainer())
    this.#fit()
    const drawn = () => this.#draw()
    map.on('render', drawn)
    this.#ends.push(
      paint(() => this.redress()),
      () => map.off('render', drawn),
    )
    this.#turn()
  }

  close() {
    cancelAnimationFrame(this.#frame)
    this.#watching.disconnect()
    for (const end of this.#ends) end()
    this.#gl.getExtension('WEBGL_lose_context')?.loseContext()
    this.#canvas.remove()
  }

  /** Draws with the next frame. */
  renew() {
    this.#due = 0
  }

  /** The colours have changed, or how things look. */
  redress() {
    const looks = this.#dress.looks(colour)
    for (const points of [...this.#layers.map((it) => it.points), this.#ring]) {
      points.wear(looks, colour('--card'), devicePixelRatio)
    }
    this.#due = 0
  }

  /** What is under a place of the map's element: of all layers, the upper first. */
  find(x: number, y: number, reach: number): Found | null {
    const { centre, scale, width, height } = this.sight()
    const wanted: Plane = {
      x: centre.x + (x - width / 2) / scale,
      y: centre.y + (y - height / 2) / scale,
    }
    for (const { fleet } of this.#layers.toReversed()) {
      const id = nearest(fleet, wanted, reach / scale)
      if (id !== null) return { fleet, id }
    }
    return null
  }

  sight(): Sight {
    const { clientWidth: width, clientHeight: height } = this.#canvas
    const { lat, lng } = this.#map.getCenter()
    const at = flat({ latitude: lat, longitude: lng })
    const origin = this.#layers[0]?.fleet.origin ?? { x: 0, y: 0 }
    return {
      centre: { x: at.x - origin.x, y: at.y - origin.y },
      scale: scaleAt(this.#map.getZoom()),
      width,
      height,
      ratio: devicePixelRatio,
      now: screenNow(),
    }
  }

  #turn = () => {
    this.#frame = requestAnimationFrame(this.#turn)
    const changed = this.#layers.some(({ fleet, loaded }) => fleet.version !== loaded)
    if (!this.#map.isMoving() && (changed || performance.now() >= this.#due)) this.#draw()
  }

  #draw() {
    const gl = this.#gl
    const sight = this.sight()
    const zoomed = 1 + (this.#map.getZoom() - FULL_ZOOM) * 0.16
    gl.clear(gl.COLOR_BUFFER_BIT)
    let fastest = 0
    const size = Math.min(Math.max(zoomed, SMALLEST), LARGEST)
    for (const layer of this.#layers) {
      if (layer.loaded !== layer.fleet.version)
        layer.points.load(layer.fleet.rows, layer.fleet.size)
      layer.loaded = layer.fleet.version
      layer.points.draw(sight, size)
      fastest = Math.max(fastest, layer.fleet.fastest(sight.now))
    }
    for (const marked of this.#dress.marked()) this.#drawRing(marked, sight, size)
    this.#due = performance.now() + (1000 * SEEN_PIXELS) / (fastest * sight.scale)
  }

  #drawRing({ fleet, id }: Found, sight: Sight, size: number) {
    const index = fleet.indexOf(id)
    if (index < 0) return
    const row = fleet.rows.slice(index * STRIDE, (index + 1) * STRIDE)
    row[STRIDE - 1] = this.#dress.ring
    this.#ring.load(row, 1)
    this.#ring.draw(sight, size)
  }

  #fit() {
    const { clientWidth, clientHeight } = this.#map.getContainer()
    this.#canvas.width = Math.round(clientWidth * devicePixelRatio)
    this.#canvas.height = Math.round(clientHeight * devicePixelRatio)
    this.#gl.viewport(0, 0, this.#canvas.width, this.#canvas.height)
    this.redress()
  }
}

/** Of those in reach the nearest who is shown. */
export function nearest(fleet: Fleet, { x, y }: Plane, reach: number): string | null {
  const now = screenNow()
  let [found, least] = [-1, reach]
  for (let i = 0; i < fleet.size; i++) {
    if (fleet.isHidden(i)) continue
    const at = fleet.at(i, now)
    const away = Math.hypot(at.x - x, at.y - y)
    if (away <= least) [found, least] = [i, away]
  }
  return fleet.ids[found] ?? null
}
