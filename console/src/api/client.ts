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
  return tried(async () => json<T>(await exchange('GET', path, null, {}, asked)), asked)
}

/** Reads what is parsed elsewhere, as it came. */
export function getBytes(path: string, asked: Asked = {}): Promise<ArrayBuffer> {
  return tried(async () => (await exchange('GET', path, null, {}, asked)).arrayBuffer(), asked)
}

/** Reads what is answered as a file. */
export function download(path: string, type: string, asked: Asked = {}): Promise<Blob> {
  const read = async () => (await exchange('GET', path, null, { Accept: type }, asked)).blob()
  return tried(read, asked)
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
  return json(await exchange('POST', path, text, { 'Content-Type': type }, asked))
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
  return json(await exchange(method, path, body, { 'Idempotency-Key': key }, {}))
}

/** `crypto.randomUUID` is not there on a page that came without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('')
}

async function exchange(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
  asked: Asked,
): Promise<Response> {
  const token = await asker.token()
  const answer = await fetched(method, path, body, { ...headers, ...bearer(token) }, asked)
  if (answer.status !== 401 || !(await asker.renew(token))) return checked(answer)
  const renewed = bearer(await asker.token())
  return checked(await fetched(method, path, body, { ...headers, ...renewed }, asked))
}

const bearer = (token: string | null) => (token ? { Authorization: `Bearer ${token}` } : {})

async function fetched(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
  { signal, patienceMs = TIME_OUT_MS }: Asked,
): Promise<Response> {
  const limit = AbortSignal.timeout(patienceMs)
  try {
    return await fetch(path, {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers },
      body: body === null || typeof body === 'string' ? body : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
  } catch (failure) {
    if (signal?.aborted) throw failure
    throw limit.aborted ? Problem.timeout() : Problem.offline()
  }
}

async function checked(answer: Response): Promise<Response> {
  if (!answer.ok) throw await problemOf(answer)
  return answer
}

async function json<T>(answer: Response): Promise<T> {
  const text = await answer.text()
  return (text ? JSON.parse(text) : undefined) as T
}

function isWorthAnother(failure: unknown) {
  if (!(failure instanceof Problem) || !failure.mayPass) return false
  return (failure.retryAfterSeconds ?? 0) <= LONGEST_WAIT_SECONDS
}

function waitBefore(tried: number, failure: Problem) {
  const told = (failure.retryAfterSeconds ?? 0) * 1000
  return Math.max(told, 250 * 2 ** tried * (0.5 + Math.random() / 2))
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
