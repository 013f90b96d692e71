import { newKey } from './client'

/** The same key for the same contents, so that what is sent twice happens once. */
export interface Keyed {
  next(body: unknown): string
  /** It has happened: the same contents are another wish from now on. */
  done(): void
}

export function keyed(): Keyed {
  let last = { contents: '', key: '' }
  return {
    next(body) {
      const contents = JSON.stringify(body)
      if (contents !== last.contents) last = { contents, key: newKey() }
      return last.key
    },
    done() {
      last = { contents: '', key: '' }
    },
  }
}
