import { Problem, problemOf } from '../api/problem'
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

export const signIn = (shown: Credentials) => send<SignedIn>('/console/session', shown)
export const refresh = () => send<SignedIn>('/console/session/refresh', {})
export const signOut = () => send<void>('/console/session/end', {})

/** Whether this browser keeps a session. */
export const isKept = () => proof() !== ''

export interface Enrolment {
  secret: string
  otpauthUri: string
}

export const enrol = (token: string) => send<Enrolment>('/v1/auth/second-factor', {}, token)

export const confirm = (token: string, code: string) =>
  send<{ recoveryCodes: string[] }>('/v1/auth/second-factor/confirm', { code }, token)

async function send<T>(path: string, body: unknown, token?: string): Promise<T> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-CSRF-Token': proof(),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  }).catch(() => {
    throw Problem.offline()
  })
  if (!answer.ok) throw await problemOf(answer)
  return answer.json()
}

function proof() {
  return /(?:^|; )__Host-antar-csrf=([^;]*)/.exec(document.cookie)?.[1] ?? ''
}
