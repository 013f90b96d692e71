import { computed, signal } from '@preact/signals'
import { askAs, get } from '../api/client'
import { Problem } from '../api/problem'
import type { Me, SignedIn } from '../api/types'
import * as door from './door'
import { isDevelopment } from './mode'

/** `asking`: it is not known yet whether there is a session. */
export type Standing = 'asking' | 'out' | 'in' | 'ended'

export interface Session {
  /** Null once it has ended by itself. What one may do stays, and with it what is shown. */
  token: string | null
  role: string
  subject: string
  permissions: ReadonlySet<string>
  /** By this machine's clock. */
  expiresAt: number
  renewable: boolean
}

const EARLY = 0.8
const AGAIN_MS = 3_000
const DEVELOPMENT = 'antar.development-token'
const LEAVING = 'antar.leaving'

export const session = signal<Session | null>(null)
export const standing = signal<Standing>('asking')
/** A token that is good for enabling a second factor, and for nothing else. */
export const enrolment = signal<string | null>(null)
export const isIn = computed(() => standing.value === 'in' || standing.value === 'ended')
/** Whether somebody has signed out, and the engine could not be told yet. */
export const isLeaving = signal(false)

export const may = (permission: string) => session.value?.permissions.has(permission) ?? false

const others = new BroadcastChannel('antar.session')
let renewal: Promise<boolean> | null = null
let timer = 0
/** Whose work this window has on its screen, and in its memory. */
let shownTo: string | null = null

export function begin() {
  askAs({ token: freshToken, renew: another })
  others.onmessage = ({ data }) => hear(data)
  const shown = developmentToken()
  if (hasLeft()) void end()
  if (shown) void takeDevelopmentToken(shown)
  else if (door.isKept() && !hasLeft()) void renew()
  else standing.value = 'out'
}

function hear(said: 'in' | 'out') {
  if (said === 'out') forget('out')
  else if (standing.peek() !== 'in') void renew()
}

/** Development tokens come with the address, so that the demo needs no account. */
function developmentToken(): string | null {
  const given = /^#token=([\w.-]+)$/.exec(location.hash)?.[1]
  if (given) history.replaceState(null, '', location.pathname + location.search)
  if (!isDevelopment()) return null
  if (given) sessionStorage.setItem(DEVELOPMENT, given)
  return sessionStorage.getItem(DEVELOPMENT)
}

async function takeDevelopmentToken(token: string) {
  session.value = {
    token,
    role: '',
    subject: '',
    permissions: new Set(),
    expiresAt: Infinity,
    renewable: false,
  }
  try {
    const me = await get<Me>('/v1/me')
    enter({
      token,
      role: me.role,
      subject: me.subject,
      permissions: new Set(me.permissions),
      expiresAt: Date.parse(me.expiresAt),
      renewable: false,
    })
  } catch (problem) {
    const refused = problem instanceof Problem && !problem.mayPass
    if (refused) forget('out')
    else setTimeout(() => takeDevelopmentToken(token), 2000)
  }
}

export async function signIn(shown: door.Credentials) {
  const answer = await exclusively(async () => {
    await leave()
    return door.signIn(shown)
  })
  if (answer.mustEnrol) {
    enrolment.value = answer.accessToken
    return
  }
  take(answer)
  others.postMessage('in')
}

/** Out at once, whether the engine can be told or not: until it was, nobody goes on by its cookie. */
export async function signOut() {
  if (door.isKept()) localStorage.setItem(LEAVING, 'true')
  others.postMessage('out')
  forget('out')
  await end()
}

const hasLeft = () => localStorage.getItem(LEAVING) !== null

async function end() {
  try {
    await exclusively(leave)
  } catch {
    window.setTimeout(end, AGAIN_MS)
  }
  isLeaving.value = hasLeft()
}

/** A session of somebody who has signed in since is not theirs that left. */
async function leave() {
  if (!hasLeft()) return
  await door.signOut().catch((problem) => {
    if (mayPass(problem)) throw problem
  })
  localStorage.removeItem(LEAVING)
  isLeaving.value = false
}

const mayPass = (problem: unknown) => !(problem instanceof Problem) || problem.mayPass

/** Where somebody else's work was shown, everything begins anew. */
function take(answer: SignedIn) {
  const isAnother = standing.peek() === 'out' || shownTo !== answer.subject
  if (shownTo !== null && isAnother) return location.replace('/console/')
  enrolment.value = null
  sessionStorage.removeItem(DEVELOPMENT)
  enter({
    token: answer.accessToken,
    role: answer.role,
    subject: answer.subject,
    permissions: new Set(answer.permissions),
    expiresAt: Date.now() + answer.expiresIn * 1000,
    renewable: true,
  })
  clearTimeout(timer)
  timer = window.setTimeout(renew, answer.expiresIn * 1000 * EARLY)
}

function enter(next: Session) {
  shownTo = next.subject
  session.value = next
  standing.value = 'in'
}

/** What was on the screen stays there when a session ends by itself. */
function forget(how: 'out' | 'ended') {
  clearTimeout(timer)
  const held = session.peek()
  session.value = held && how === 'ended' ? { ...held, token: null, renewable: false } : null
  sessionStorage.removeItem(DEVELOPMENT)
  standing.value = how
}

/** Who asks for something when the session has ended waits until somebody has signed in again. */
export async function freshToken(): Promise<string | null> {
  const held = session.peek()
  if (held?.renewable && held.expiresAt < Date.now()) await renew()
  await goingOn()
  return session.peek()?.token ?? null
}

/** Whether there is another token than the one that was refused. */
async function another(refused: string | null): Promise<boolean> {
  if (refused !== null && session.peek()?.token === refused) await renew()
  const token = await freshToken()
  return token !== null && token !== refused
}

function goingOn(): Promise<void> {
  return new Promise((go) => {
    const stop = standing.subscribe((now) => {
      if (now === 'ended') return
      queueMicrotask(() => stop())
      go()
    })
  })
}

/** One window at a time, so that none shows a refresh token that another has exchanged. */
export function renew(): Promise<boolean> {
  renewal ??= exclusively(exchange).finally(() => {
    renewal = null
  })
  return renewal
}

function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('antar.session', work) : work()
}

async function exchange(): Promise<boolean> {
  if (hasLeft()) return false
  try {
    const answer = await door.refresh()
    if (hasLeft()) return false
    take(answer)
    return true
  } catch (problem) {
    if (hasLeft()) return false
    if (mayPass(problem)) later()
    else forget(isIn.peek() ? 'ended' : 'out')
    return false
  }
}

function later() {
  if (standing.peek() === 'asking') standing.value = 'out'
  clearTimeout(timer)
  timer = window.setTimeout(renew, AGAIN_MS)
}
