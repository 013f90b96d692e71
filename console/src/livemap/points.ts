import { STRIDE } from './fleet'
import type { Plane } from './plane'

/** How something is drawn. */
export interface Look {
  shape: 'courier' | 'order' | 'merchant' | 'ring'
  /** A colour of the page. */
  colour: string
  /** Pixels across, also of its edge. */
  size: number
}

/** What of the plane is to be seen. */
export interface Sight {
  /** Counted from the origin. */
  centre: Plane
  /** Pixels of the screen for a unit of the plane. */
  scale: number
  width: number
  height: number
  /** Pixels of the device for one of the page. */
  ratio: number
  /** Seconds, of the screen's clock. */
  now: number
}

export const MOST_LOOKS = 12
const SHAPES = ['courier', 'order', 'merchant', 'ring'] as const

const VERTEX = `#version 300 es
in vec4 way;
in vec4 going;
uniform vec2 centre;
uniform vec2 toClip;
uniform float now;
uniform float zoomed;
uniform vec4 colours[${MOST_LOOKS}];
uniform vec2 kinds[${MOST_LOOKS}];
flat out vec4 colour;
flat out vec3 kind;
void main() {
  int look = int(going.w);
  if (look < 0) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
    gl_PointSize = 1.0;
    return;
  }
  float share = clamp((now - going.x) / going.y, 0.0, 1.0);
  vec2 place = mix(way.xy, way.zw, share) - centre;
  colour = colours[look];
  kind = vec3(kinds[look].x, kinds[look].y * zoomed, going.z);
  gl_Position = vec4(place * toClip, 0.0, 1.0);
  gl_PointSize = kind.y;
}`

/** Signed distances in pixels, so that edges are smooth at any size. */
const FRAGMENT = `#version 300 es
precision highp float;
flat in vec4 colour;
flat in vec3 kind;
uniform vec4 edge;
uniform float ratio;
out vec4 seen;
float box(vec2 p, float half_, float round_) {
  vec2 d = abs(p) - half_ + round_;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - round_;
}
void main() {
  vec2 p = (gl_PointCoord - 0.5) * kind.y;
  float r = kind.y * 0.5;
  float d;
  if (kind.x < 0.5) {
    d = length(p) - r * 0.62;
    if (kind.z >= 0.0) {
      float a = radians(kind.z);
      vec2 q = mat2(cos(a), -sin(a), sin(a), cos(a)) * p;
      float beak = max(abs(q.x) * 0.8 + q.y * -0.62 - r * 0.58, q.y + r * 0.2);
      d = min(d, beak);
    }
  } else if (kind.x < 1.5) {
    d = (abs(p.x) + abs(p.y)) * 0.7071 - r * 0.62;
  } else if (kind.x < 2.5) {
    d = box(p, r * 0.8, r * 0.25);
  } else {
    d = abs(length(p) - r + 2.0 * ratio) - 1.0 * ratio;
  }
  float inside = clamp(0.5 - d - (kind.x < 2.5 ? 1.5 * ratio : 0.0), 0.0, 1.0);
  float whole = clamp(0.5 - d, 0.0, 1.0);
  seen = mix(edge, colour, inside) * whole;
}`

/** Draws any number of points that move by themselves between two places. */
export class Points {
  readonly #gl: WebGL2RenderingContext
  readonly #program: WebGLProgram
  readonly #buffer: WebGLBuffer
  readonly #array: WebGLVertexArrayObject
  readonly #places = new Map<string, WebGLUniformLocation | null>()
  #held = 0
  #count = 0

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl
    this.#program = programOf(gl)
    this.#buffer = gl.createBuffer()
    this.#array = gl.createVertexArray()
    gl.bindVertexArray(this.#array)
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer)
    this.#attribute('way', 0)
    this.#attribute('going', 4)
  }

  load(rows: Float32Array, count: number) {
    const gl = this.#gl
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer)
    if (rows.length > this.#held) gl.bufferData(gl.ARRAY_BUFFER, rows, gl.DYNAMIC_DRAW)
    else gl.bufferSubData(gl.ARRAY_BUFFER, 0, rows, 0, count * STRIDE)
    this.#held = Math.max(this.#held, rows.length)
    this.#count = count
  }

  wear(looks: readonly Look[], edge: string, ratio: number) {
    const gl = this.#gl
    gl.useProgram(this.#program)
    gl.uniform4fv(
      this.#place('colours'),
      looks.flatMap((it) => rgba(it.colour)),
    )
    const kinds = looks.flatMap((it) => [SHAPES.indexOf(it.shape), it.size * ratio])
    gl.uniform2fv(this.#place('kinds'), kinds)
    gl.uniform4fv(this.#place('edge'), rgba(edge))
    gl.uniform1f(this.#place('ratio'), ratio)
  }

  /** @param zoomed how much larger than usual */
  draw({ centre, scale, width, height, now }: Sight, zoomed: number) {
    const gl = this.#gl
    if (this.#count === 0) return
    gl.useProgram(this.#program)
    gl.bindVertexArray(this.#array)
    gl.uniform2f(this.#place('centre'), centre.x, centre.y)
    gl.uniform2f(this.#place('toClip'), (2 * scale) / width, (-2 * scale) / height)
    gl.uniform1f(this.#place('now'), now)
    gl.uniform1f(this.#place('zoomed'), zoomed)
    gl.drawArrays(gl.POINTS, 0, this.#count)
  }

  #attribute(name: string, offset: number) {
    const gl = this.#gl
    const at = gl.getAttribLocation(this.#program, name)
    gl.enableVertexAttribArray(at)
    gl.vertexAttribPointer(at, 4, gl.FLOAT, false, STRIDE * 4, offset * 4)
  }

  #place(name: string) {
    if (!this.#places.has(name)) {
      this.#places.set(name, this.#gl.getUniformLocation(this.#program, name))
    }
    return this.#places.get(name) ?? null
  }
}

function programOf(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram()
  for (const [type, text] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(type)
    if (!shader) throw new Error('There is no context to draw in.')
    gl.shaderSource(shader, text)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.linkProgram(program)
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const said = gl.getAttachedShaders(program)?.map((it) => gl.getShaderInfoLog(it))
    throw new Error(`The points cannot be drawn: ${gl.getProgramInfoLog(program)} ${said}`)
  }
  return program
}

/** A colour written as `#rrggbb`, as four parts of one. */
export function rgba(colour: string): [number, number, number, number] {
  const value = Number.parseInt(colour.slice(1, 7), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255, 1]
}
