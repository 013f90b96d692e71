import { beforeEach, expect, test, vi } from 'vitest'

type Said = (message: { data: unknown }) => void

/** An engine with one session, and the browser that may keep it. */
class World {
  kept = false
  isDown = false
  asked: string[] = []
  replaced: string[] = []
  person = 'olga'
  stored = new Map<string, string>()
  meta: object | null = null
  hash = ''
  #heard: { by: object; said: Said | null }[] = []
  #held = new Map<string, () => void>()
  #lock: Promise<unknown> = Promise.resolve()

  /** Holds back the next answer at a path until it is let go. */
  hold(path: string): () => void {
    const waits = new Promise<void>((go) => this.#held.set(path, go))
    this.#waits.set(path, waits)
    return () => this.#held.get(path)?.()
  }
  readonly #waits = new Map<string, Promise<void>>()

  fetch = async (path: string) => {
    this.asked.push(path)
    await this.#waits.get(path)
    if (this.isDown) throw new TypeError('network')
    if (path === '/console/session/end') this.kept = false
    else if (path === '/console/session') this.kept = true
    else if (path.startsWith('/console') && !this.kept) return refusal('invalid-refresh-token')
    else if (path.startsWith('/v1')) return refusal('token-expired')
    return Response.json(path === '/console/session/end' ? {} : this.#signedIn())
  }

  #signedIn() {
    const permissions = ['board:follow']
    const { person: subject } = this
    return { accessToken: `t${this.asked.length}`, expiresIn: 600, permissions, role: 'o', subject }
  }

  channel() {
    const world = this
    return class {
      constructor() {
        world.#heard.push({ by: this, said: null })
      }
      set onmessage(said: Said) {
        for (const each of world.#heard) if (each.by === this) each.said = said
      }
      postMessage(data: unknown) {
        for (const { by, said } of world.#heard) if (by !== this) said?.({ data })
      }
    }
  }

  locks = {
    request: (_: string, work: () => Promise<unknown>) => {
      const done = this.#lock.then(work)
      this.#lock = done.catch(() => undefined)
      return done
    },
  }
}

const refusal = (code: string) => Response.json({ code }, { status: 401 })
const storage = (stored: Map<string, string>) => ({
  getItem: (name: string) => stored.get(name) ?? null,
  setItem: (name: string, value: string) => void stored.set(name, value),
  removeItem: (name: string) => void stored.delete(name),
})

let world: World

beforeEach(() => {
  vi.useFakeTimers()
  world = new World()
  const { stored, replaced } = world
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('fetch', world.fetch)
  vi.stubGlobal('BroadcastChannel', world.channel())
  vi.stubGlobal('navigator', { locks: world.locks, language: 'en' })
  vi.stubGlobal('localStorage', storage(stored))
  vi.stubGlobal('sessionStorage', storage(new Map()))
  vi.stubGlobal('history', { replaceState: () => undefined })
  vi.stubGlobal('document', {
    get cookie() {
      return world.kept ? '__Host-antar-csrf=proof' : ''
    },
    querySelector: () => world.meta,
  })
  vi.stubGlobal('location', {
    pathname: '/console/board',
    search: '',
    get hash() {
      return world.hash
    },
    replace: (to: string) => replaced.push(to),
  })
})

const passed = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds)

/** A window of the browser. */
async function open() {
  vi.resetModules()
  const window = await import('./session')
  window.begin()
  await passed()
  return window
}

const signIn = async (window: Awaited<ReturnType<typeof open>>) => {
  await window.signIn({ email: 'e', password: 'p' })
  await passed()
}

async function opened() {
  const window = await open()
  await signIn(window)
  return window
}

const ended = '/console/session/end'
const refreshed = '/console/session/refresh'

test('a session that ends by itself takes its token, and not what one may do', async () => {
  const window = await opened()
  world.kept = false
  await window.renew()
  expect(window.standing.value).toBe('ended')
  expect(window.may('board:follow')).toBe(true)
  expect(window.session.value?.token).toBeNull()
})

test('who asks while it has ended goes on once the same person has signed in', async () => {
  const window = await opened()
  world.kept = false
  await window.renew()
  const token = window.freshToken()
  await signIn(window)
  expect(await token).toBe(window.session.value?.token)
  expect(world.replaced).toEqual([])
})

test('somebody else finds nothing of what was shown before', async () => {
  const window = await opened()
  world.kept = false
  await window.renew()
  world.person = 'ben'
  await signIn(window)
  expect(world.replaced).toEqual(['/console/'])
})

test('who signs out is out at once, in each window, and the engine is told', async () => {
  const [one, other] = [await opened(), await open()]
  expect(other.standing.value).toBe('in')
  await one.signOut()
  expect([one.standing.value, other.standing.value]).toEqual(['out', 'out'])
  expect(one.may('board:follow')).toBe(false)
  expect(world.asked.filter((it) => it === ended)).toHaveLength(1)
  expect(world.kept).toBe(false)
})

test('while the engine cannot be told, nobody goes on by the cookie, and it is told later', async () => {
  const one = await opened()
  world.isDown = true
  await one.signOut()
  expect([one.standing.value, one.isLeaving.value]).toEqual(['out', true])
  const reloaded = await open()
  expect(reloaded.standing.value).toBe('out')
  world.isDown = false
  await passed(3000)
  expect([world.kept, one.isLeaving.value, reloaded.isLeaving.value]).toEqual([false, false, false])
  expect(world.asked).not.toContain(refreshed)
})

test('a refresh that was under way does not undo signing out', async () => {
  const window = await opened()
  const answer = world.hold(refreshed)
  const renewal = window.renew()
  await passed()
  const out = window.signOut()
  answer()
  expect(await renewal).toBe(false)
  await out
  await passed(10_000)
  expect([window.standing.value, world.kept]).toEqual(['out', false])
  expect(world.asked.at(-1)).toBe(ended)
})

test('who signs in after somebody has left keeps their own session', async () => {
  const one = await opened()
  world.isDown = true
  await one.signOut()
  world.isDown = false
  await signIn(await open())
  await passed(10_000)
  expect(world.kept).toBe(true)
  expect(world.asked.filter((it) => it === ended)).toHaveLength(2)
})

test('windows whose session has ended hear that somebody has signed in', async () => {
  const [one, other] = [await opened(), await open()]
  world.kept = false
  await Promise.all([one.renew(), other.renew()])
  expect(other.standing.value).toBe('ended')
  await signIn(one)
  expect(other.standing.value).toBe('in')
})

test('a refresh whose answer is lost is asked for again at once', async () => {
  const window = await opened()
  world.isDown = true
  await window.renew()
  expect(world.asked.filter((it) => it === refreshed)).toHaveLength(2)
  expect(window.standing.value).toBe('in')
  world.isDown = false
  await passed(3000)
  expect(world.asked.filter((it) => it === refreshed)).toHaveLength(3)
})

test('a token in the address is taken by an engine for development alone', async () => {
  world.hash = '#token=t.o.k'
  await open()
  expect(world.asked).toEqual([])
  world.meta = {}
  await open()
  expect(world.asked[0]).toBe('/v1/me')
})
