import { newKey, post, put, remove } from './client'
import { Problem } from './problem'

/** After this, the same change is another wish. */
const REMEMBERED_MS = 120_000

/** What was sent without an answer that settles it, and may have happened. */
const unsettled = new Map<string, { key: string; at: number }>()

/**
 * Sends what changes something so that it happens once: the same change that is sent again, since
 * nobody knows what became of it, has the key that it had. What was refused, or is another change,
 * has one of its own.
 */
export const postOnce = <T = unknown>(path: string, body: unknown): Promise<T> =>
  once(`POST ${path} ${JSON.stringify(body)}`, (key) => post<T>(path, body, key))

export const putOnce = <T = unknown>(path: string, body: unknown): Promise<T> =>
  once(`PUT ${path} ${JSON.stringify(body)}`, (key) => put<T>(path, body, key))

export const removeOnce = (path: string): Promise<void> =>
  once(`DELETE ${path}`, (key) => remove(path, key))

async function once<T>(change: string, send: (key: string) => Promise<T>): Promise<T> {
  const key = keyOf(change)
  unsettled.set(change, { key, at: Date.now() })
  try {
    const answer = await send(key)
    unsettled.delete(change)
    return answer
  } catch (problem) {
    if (isSettled(problem)) unsettled.delete(change)
    throw problem
  }
}

function keyOf(change: string) {
  const sent = unsettled.get(change)
  return sent && Date.now() - sent.at < REMEMBERED_MS ? sent.key : newKey()
}

const isSettled = (problem: unknown) =>
  problem instanceof Problem && !problem.mayPass && problem.code !== 'idempotency-key-in-use'
