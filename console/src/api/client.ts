import { Problem, problemOf } from './problem'

const TIME_OUT_MS = 15_000
const TRIES = 3
const LONGEST_WAIT_SECONDS = 5

/** Who asks. Set by the session, so that this file knows nothing of signing in. */
export interface Asker {
  token(): Promise<string | null>
  /** Whether there is another token after one was refused. */
  renew(refused: string | null): Promise<boolean>
}

let asker: Asker = { token: async () => null, renew: async () => false }

export function askAs(next: Asker) {
  asker = next
}

let objection: () => Problem | null = () => null

/** Why nothing may be changed just now, if it may not; asked before each change. */
export function objectBy(next: () => Problem | null) {
  objection = next
}

export interface Asked {
  signal?: AbortSignal
  /** For what the engine may think about for longer than is usual. */
  patienceMs?: number
}

/** Reads. What may pass is asked again, since a question changes nothing. */
export function get<T>(path: string, asked: Asked = {}): Promise<T> {
  return tried(() => exchange('GET', path, null, {}, asked, json<T>), asked)
}

/** Reads what is parsed elsewhere, as it came. */
export function getBytes(path: string, asked: Asked = {}): Promise<ArrayBuffer> {
  return tried(() => exchange('GET', path, null, {}, asked, bytes), asked)
}

/** Reads what is answered as a file. */
export function download(path: string, type: string, asked: Asked = {}): Promise<Blob> {
  return tried(() => exchange('GET', path, null, { Accept: type }, asked, blob), asked)
}

async function tried<T>(read: () => Promise<T>, asked: Asked): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await read()
    } catch (failure) {
      if (tried === TRIES || !isWorthAnother(failure) || asked.signal?.aborted) throw failure
      await pause(waitBefore(tried, failure as Problem))
    }
  }
}

/** A question that comes with a text, and changes nothing. */
export async function submit<T>(
  path: string,
  text: string,
  type: string,
  asked: Asked,
): Promise<T> {
  return exchange('POST', path, text, { 'Content-Type': type }, asked, json<T>)
}

/** Changes. The key makes sure that it happens once, however often the same change is sent. */
export const post = <T = unknown>(path: string, body: unknown, key: string) =>
  change<T>('POST', path, body, key)

export const put = <T = unknown>(path: string, body: unknown, key: string) =>
  change<T>('PUT', path, body, key)

export const remove = (path: string, key: string) => change<void>('DELETE', path, null, key)

async function change<T>(method: string, path: string, body: unknown, key: string): Promise<T> {
  const problem = objection()
  if (problem) throw problem
  return exchange(method, path, body, { 'Idempotency-Key': key }, {}, json<T>)
}

/** `crypto.randomUUID` is not there on a page that came without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('')
}

type Read<T> = (answer: Response) => Promise<T>

async function exchange<T>(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
  asked: Asked,
  read: Read<T>,
): Promise<T> {
  const init = {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers },
    body: body === null || typeof body === 'string' ? body : JSON.stringify(body),
  }
  const ask = (token: string | null) =>
    answered(path, { ...init, headers: { ...init.headers, ...bearer(token) } }, read, asked)
  const token = await asker.token()
  try {
    return await ask(token)
  } catch (failure) {
    const isRefused = failure instanceof Problem && failure.status === 401
    if (!isRefused || !(await asker.renew(token))) throw failure
    return ask(await asker.token())
  }
}

const bearer = (token: string | null) => (token ? { Authorization: `Bearer ${token}` } : {})

/** Sends it once; an answer that breaks off is none. */
export async function answered<T>(
  path: string,
  init: RequestInit,
  read: Read<T>,
  { signal, patienceMs = TIME_OUT_MS }: Asked = {},
): Promise<T> {
  const limit = AbortSignal.timeout(patienceMs)
  const ends = signal ? AbortSignal.any([signal, limit]) : limit
  let came: T | Problem
  try {
    const answer = await fetch(path, { ...init, signal: ends })
    came = answer.ok ? await read(answer) : await problemOf(answer)
  } catch (failure) {
    if (signal?.aborted) throw failure
    throw limit.aborted ? Problem.timeout() : Problem.offline()
  }
  if (came instanceof Problem) throw came
  return came
}

export async function json<T>(answer: Response): Promise<T> {
  const text = await answer.text()
  return (text ? JSON.parse(text) : undefined) as T
}

const bytes = (answer: Response) => answer.arrayBuffer()
const blob = (answer: Response) => answer.blob()

function isWorthAnother(failure: unknown) {
  if (!(failure instanceof Problem) || !failure.mayPass) return false
  return (failure.retryAfterSeconds ?? 0) <= LONGEST_WAIT_SECONDS
}

function waitBefore(tried: number, failure: Problem) {
  const told = (failure.retryAfterSeconds ?? 0) * 1000
  return Math.max(told, 250 * 2 ** tried * (0.5 + Math.random() / 2))
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
