import { type ReadonlySignal, signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { type Asked, get } from './client'

/** Something that is read from the engine: not yet, there, or not to be had. */
export interface Resource<T> {
  value: ReadonlySignal<T | null>
  failure: ReadonlySignal<unknown>
  /** Reads it again; what was there stays until the answer has come. */
  reload(): Promise<void>
}

export function resource<T>(path: string, asked: Asked = {}): Resource<T> & { stop(): void } {
  const value = signal<T | null>(null)
  const failure = signal<unknown>(null)
  const life = new AbortController()
  let latest = 0

  async function reload() {
    const mine = ++latest
    try {
      const read = await get<T>(path, { ...asked, signal: life.signal })
      if (mine === latest && !life.signal.aborted) {
        value.value = read
        failure.value = null
      }
    } catch (problem) {
      if (mine === latest && !life.signal.aborted) failure.value = problem
    }
  }
  return { value, failure, reload, stop: () => life.abort() }
}

/** Reads a path while the component is shown, and every so often if that is asked for. */
export function useResource<T>(path: string, everyMs = 0, asked: Asked = {}): Resource<T> {
  const kept = useMemo(() => resource<T>(path, asked), [path])
  useEffect(() => {
    void kept.reload()
    const timer = everyMs ? setInterval(() => document.hidden || kept.reload(), everyMs) : 0
    return () => {
      clearInterval(timer)
      kept.stop()
    }
  }, [kept, everyMs])
  return kept
}
