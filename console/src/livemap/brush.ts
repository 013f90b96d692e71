/** How something is drawn. */
export interface Look {
  shape: 'courier' | 'order' | 'merchant' | 'ring'
  /** A colour of the page. */
  colour: string
  /** Pixels across, with what stands out. */
  size: number
}

const HEADINGS = 32
const EDGE = 1.5
/** Sizes that differ by less are not worth drawing everything anew. */
const SIZE_STEPS = 10

/** The column of a heading in the sheet of stamps; the first one has none. */
export const columnOf = (heading: number) =>
  heading < 0 ? 0 : 1 + (Math.round((heading * HEADINGS) / 360) % HEADINGS)

/** Draws things by stamps that were made before: drawing a shape thousands of times is dear. */
export class Brush {
  readonly #context: CanvasRenderingContext2D
  readonly #sheet = document.createElement('canvas')
  #looks: readonly Look[] = []
  #edge = ''
  #ratio = 1
  #zoomed = 0
  #side = 0

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context
  }

  wear(looks: readonly Look[], edge: string, ratio: number) {
    this.#looks = looks
    this.#edge = edge
    this.#ratio = ratio
    this.#zoomed = 0
  }

  /** @param zoomed how much larger than usual */
  scale(zoomed: number) {
    const next = Math.round(zoomed * SIZE_STEPS) / SIZE_STEPS
    if (next === this.#zoomed) return
    this.#zoomed = next
    this.#make()
  }

  /** Places are in pixels of the device. */
  stamp(look: number, column: number, x: number, y: number) {
    const side = this.#side
    const [left, top] = [x - side / 2, y - side / 2]
    this.#context.drawImage(
      this.#sheet,
      column * side,
      look * side,
      side,
      side,
      left,
      top,
      side,
      side,
    )
  }

  /** Pixels of the device around a thing. */
  get side() {
    return this.#side
  }

  #make() {
    const largest = Math.max(...this.#looks.map((it) => it.size))
    this.#side = Math.ceil((largest * this.#zoomed * this.#ratio) / 2) * 2 + 2
    this.#sheet.width = this.#side * (HEADINGS + 1)
    this.#sheet.height = this.#side * this.#looks.length
    const context = this.#sheet.getContext('2d')
    if (!context) return
    for (const [row, look] of this.#looks.entries()) {
      const columns = look.shape === 'courier' ? HEADINGS + 1 : 1
      for (let column = 0; column < columns; column++) this.#draw(context, look, row, column)
    }
  }

  #draw(context: CanvasRenderingContext2D, look: Look, row: number, column: number) {
    const [middle, unit] = [this.#side / 2, this.#zoomed * this.#ratio]
    context.save()
    context.translate(column * this.#side + middle, row * this.#side + middle)
    if (column > 0) context.rotate(((column - 1) * 2 * Math.PI) / HEADINGS)
    const path = outline(look.shape, (look.size * unit) / 2, column > 0)
    const isRing = look.shape === 'ring'
    context.lineWidth = EDGE * 2 * this.#ratio
    context.lineJoin = 'round'
    context.strokeStyle = isRing ? look.colour : this.#edge
    context.stroke(path)
    context.fillStyle = look.colour
    if (!isRing) context.fill(path)
    context.restore()
  }
}

/** Around the origin, with the heading up. */
function outline(shape: Look['shape'], radius: number, heads: boolean): Path2D {
  const path = new Path2D()
  if (shape === 'order') {
    const reach = radius * 0.85
    for (const [x, y] of [
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ] as const)
      path.lineTo(x * reach, y * reach)
    path.closePath()
  } else if (shape === 'merchant') {
    path.roundRect(-radius * 0.8, -radius * 0.8, radius * 1.6, radius * 1.6, radius * 0.25)
  } else if (shape === 'ring') {
    path.arc(0, 0, radius * 0.9, 0, 2 * Math.PI)
  } else {
    const body = radius * 0.55
    path.arc(0, 0, body, -Math.PI / 4, (5 * Math.PI) / 4)
    if (heads) path.lineTo(0, -radius * 0.92)
    else path.arc(0, 0, body, (5 * Math.PI) / 4, (7 * Math.PI) / 4)
    path.closePath()
  }
  return path
}
