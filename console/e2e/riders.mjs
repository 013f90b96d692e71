// Couriers who ride about and report where they are, each by a line of their own, as phones do.

const METRES = 111_320
/** Of life, metres per second. */
const SPEED = 7
const AT_ONCE = 24
/** Of a line that one can ride along, in metres; there are some of none at all. */
const SHORTEST = 5

export async function settle(engine, count) {
  const streets = await readStreets(engine)
  const riders = Array.from({ length: count }, (_, i) => new Rider(`map-${i}`, streets))
  await inTurn(riders, (it) => it.begin(engine))
  return riders
}

export const leave = (engine, riders) => inTurn(riders, (it) => it.end(engine))

/** A few at a time. */
async function inTurn(all, work) {
  const left = [...all]
  const one = async () => {
    for (let it = left.pop(); it; it = left.pop()) await work(it)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}

/** By their ends, so that one can go on from street to street. */
async function readStreets(engine) {
  const { bounds } = await engine.ask('/v1/map/tiles.json')
  const [west, south, east, north] = bounds
  const side = 0.05
  const at = [Math.max(south, (south + north - side) / 2), Math.max(west, (west + east - side) / 2)]
  const window = `south=${at[0]}&west=${at[1]}&north=${Math.min(north, at[0] + side)}&east=${Math.min(east, at[1] + side)}`
  const { major, minor } = await engine.ask(`/v1/map/streets?${window}`)
  const lines = [...major, ...minor].map(pairs).filter((it) => lengthOf(it) > SHORTEST)
  const byEnd = new Map()
  for (const line of lines) {
    for (const way of [line, line.toReversed()]) {
      byEnd.set(key(way[0]), [...(byEnd.get(key(way[0])) ?? []), way])
    }
  }
  return { lines, byEnd }
}

const lengthOf = (line) =>
  line
    .slice(1)
    .reduce((sum, to, i) => sum + METRES * Math.hypot(to[0] - line[i][0], to[1] - line[i][1]), 0)

const key = ([latitude, longitude]) => `${latitude} ${longitude}`

function pairs(row) {
  const points = []
  for (let i = 0; i + 1 < row.length; i += 2) points.push([row[i], row[i + 1]])
  return points
}

const any = (of) => of[Math.floor(Math.random() * of.length)]

class Rider {
  constructor(id, streets) {
    this.id = id
    this.streets = streets
    this.way = any(streets.lines)
    this.next = 1
    this.at = [...this.way[0]]
    this.heading = 0
    this.sequence = Date.now()
  }

  async begin(engine) {
    const token = { role: 'courier', subject: this.id, ttlSeconds: 3_600 }
    const { accessToken } = await engine.ask('/v1/auth/tokens', { as: 'admin', body: token })
    this.token = accessToken
    const body = {
      courierId: this.id,
      fullName: `Rider ${this.id.slice(4)}`,
      phone: '+37790000000',
      licensePlate: '',
      vehicle: 'scooter',
      capacity: 2,
    }
    await engine.ask('/v1/couriers', { body }).catch((it) => ignore(it, 409))
    await this.shift(engine, 'start').catch((it) => ignore(it, 409))
    await this.connect(engine)
  }

  async end(engine) {
    this.line?.close()
    await this.shift(engine, 'end').catch(() => undefined)
  }

  async shift(engine, verb) {
    const answer = await fetch(`${engine.url}/v1/couriers/${this.id}/shift/${verb}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${this.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      },
      body: '{}',
    })
    if (!answer.ok) throw new Error(`${verb}: ${answer.status} ${await answer.text()}`)
  }

  connect(engine) {
    const address = engine.url.replace('http', 'ws')
    const protocols = ['antar.v1.json', `antar.bearer.${this.token}`]
    this.line = new WebSocket(`${address}/v1/stream`, protocols)
    return new Promise((done, fail) => {
      this.line.onopen = done
      this.line.onerror = () => fail(new Error(`${this.id} found no line.`))
      this.line.onmessage = ({ data }) => {
        if (data.includes('"problem"')) this.refused = data
      }
    })
  }

  /** Rides on and tells of it. */
  report(seconds, now) {
    this.ride(seconds * SPEED)
    this.line.send(
      JSON.stringify({
        type: 'position',
        latitude: this.at[0],
        longitude: this.at[1],
        heading: this.heading,
        speed: SPEED,
        sequence: ++this.sequence,
        occurredAt: new Date(now).toISOString(),
      }),
    )
  }

  ride(metres) {
    const to = this.way[this.next]
    if (!to) return this.turn(metres)
    const shrink = Math.cos((to[0] * Math.PI) / 180)
    const up = (to[0] - this.at[0]) * METRES
    const right = (to[1] - this.at[1]) * METRES * shrink
    const left = Math.hypot(up, right)
    if (left > 0) this.heading = ((Math.atan2(right, up) * 180) / Math.PI + 360) % 360
    if (left > metres) {
      this.at[0] += ((up / left) * metres) / METRES
      this.at[1] += ((right / left) * metres) / METRES / shrink
    } else {
      this.at = [...to]
      this.next++
      this.ride(metres - left)
    }
  }

  turn(metres) {
    const ways = this.streets.byEnd.get(key(this.at)) ?? [any(this.streets.lines)]
    this.way = any(ways)
    this.next = 1
    if (metres > 0.01) this.ride(metres)
  }
}

function ignore(failure, status) {
  if (!failure.message.includes(`: ${status} `)) throw failure
}

/** Has everybody report evenly, each once in so many seconds; returns how to end that. */
export function setOut(riders, clock, each) {
  const began = performance.now()
  const from = Date.parse(clock.now)
  let reported = 0
  const timer = setInterval(() => {
    const seconds = (performance.now() - began) / 1_000
    const now = from + seconds * 1_000 * clock.speed
    const due = Math.floor((seconds * riders.length) / each)
    for (; reported < due; reported++) riders[reported % riders.length].report(each, now)
  }, 20)
  return () => {
    clearInterval(timer)
    return reported
  }
}
