import { answered, json } from '../api/client'
import { Problem } from '../api/problem'
import type { SignedIn } from '../api/types'

/**
 * Where one comes in. The refresh token is in a cookie that no script can read; whoever sends it has
 * to repeat the proof, which only a page of ours can read.
 */

export interface Credentials {
  email: string
  password: string
  code?: string
}

const USUAL_MS = 15_000
/** Who did not hear the answer to a refresh is given it again within 10 s, and later not. */
const REFRESH_MS = 4_000

export const signIn = (shown: Credentials) => send<SignedIn>('/console/session', shown)
export const signOut = () => send<void>('/console/session/end', {})

export async function refresh(): Promise<SignedIn> {
  const ask = () => send<SignedIn>('/console/session/refresh', {}, REFRESH_MS)
  try {
    return await ask()
  } catch (problem) {
    const isUnheard = problem instanceof Problem && problem.status === 0
    if (isUnheard) return ask()
    throw problem
  }
}

/** Whether this browser keeps a session. */
export const isKept = () => proof() !== ''

export interface Enrolment {
  secret: string
  otpauthUri: string
}

export const enrol = (token: string) =>
  send<Enrolment>('/v1/auth/second-factor', {}, USUAL_MS, token)

export const confirm = (token: string, code: string) =>
  send<{ recoveryCodes: string[] }>('/v1/auth/second-factor/confirm', { code }, USUAL_MS, token)

function send<T>(path: string, body: unknown, patienceMs = USUAL_MS, token = ''): Promise<T> {
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'X-CSRF-Token': proof(),
    ...(token && { Authorization: `Bearer ${token}` }),
  }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return answered(path, init, json<T>, { patienceMs })
}

function proof() {
  return /(?:^|; )__Host-antar-csrf=([^;]*)/.exec(document.cookie)?.[1] ?? ''
}
