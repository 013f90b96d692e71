import { computed, signal } from '@preact/signals'
import { askAs, get } from '../api/client'
import { Problem } from '../api/problem'
import type { Me, SignedIn } from '../api/types'
import * as door from './door'

/** `asking`: it is not known yet whether there is a session. */
export type Standing = 'asking' | 'out' | 'in' | 'ended'

export interface Session {
  token: string
  role: string
  subject: string
  permissions: ReadonlySet<string>
  /** By this machine's clock. */
  expiresAt: number
  renewable: boolean
}

const EARLY = 0.8
const DEVELOPMENT = 'antar.development-token'

export const session = signal<Session | null>(null)
export const standing = signal<Standing>('asking')
/** A token that is good for enabling a second factor, and for nothing else. */
export const enrolment = signal<string | null>(null)
export const isIn = computed(() => standing.value === 'in' || standing.value === 'ended')

export const may = (permission: string) => session.value?.permissions.has(permission) ?? false

const others = new BroadcastChannel('antar.session')
let renewal: Promise<boolean> | null = null
let timer = 0

export function begin() {
  askAs({ token: freshToken, renew: (refused) => (isStillHeld(refused) ? renew() : ok()) })
  others.onmessage = ({ data }) => data === 'out' && forget('out')
  const shown = developmentToken()
  if (shown) void takeDevelopmentToken(shown)
  else if (door.isKept()) void renew()
  else standing.value = 'out'
}

const ok = async () => session.peek() !== null
const isStillHeld = (token: string | null) => session.peek()?.token === token

/** Development tokens come with the address, so that the demo needs no account. */
function developmentToken(): string | null {
  const given = /^#token=([\w.-]+)$/.exec(location.hash)?.[1]
  if (given) {
    history.replaceState(null, '', location.pathname + location.search)
    sessionStorage.setItem(DEVELOPMENT, given)
  }
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
  const answer = await door.signIn(shown)
  if (answer.mustEnrol) enrolment.value = answer.accessToken
  else take(answer)
}

export async function signOut() {
  await door.signOut().catch(() => undefined)
  others.postMessage('out')
  forget('out')
}

function take(answer: SignedIn) {
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
  session.value = next
  standing.value = 'in'
}

/** What was on the screen stays there when a session ends by itself. */
function forget(how: 'out' | 'ended') {
  clearTimeout(timer)
  session.value = null
  sessionStorage.removeItem(DEVELOPMENT)
  standing.value = how
}

export async function freshToken(): Promise<string | null> {
  const held = session.peek()
  if (held?.renewable && held.expiresAt < Date.now()) await renew()
  return session.peek()?.token ?? null
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
  try {
    take(await door.refresh())
    return true
  } catch (problem) {
    if (problem instanceof Problem && problem.mayPass) later()
    else forget(session.peek() ? 'ended' : 'out')
    return false
  }
}

function later() {
  if (standing.peek() === 'asking') standing.value = 'out'
  clearTimeout(timer)
  timer = window.setTimeout(renew, 3000)
}
