import { type ReadonlySignal, signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { type Asked, get } from './client'

/** Something that is read from the engine: not yet, there, or not to be had. */
export interface Resource<T> {
  value: ReadonlySignal<T | null>
  failure: ReadonlySignal<unknown>
  /**
   * Reads it again; what was there stays until the answer has come. While it is being read, it is
   * read once more behind that, however often it is asked for.
   */
  reload(): Promise<void>
}

interface Reading<T> extends Resource<T> {
  isReading(): boolean
  stop(): void
}

export function resource<T>(path: string, asked: Asked = {}): Reading<T> {
  const value = signal<T | null>(null)
  const failure = signal<unknown>(null)
  const life = new AbortController()
  let reading: Promise<void> | null = null
  let next: Promise<void> | null = null

  async function read() {
    try {
      const answer = await get<T>(path, { ...asked, signal: life.signal })
      if (life.signal.aborted) return
      value.value = answer
      failure.value = null
    } catch (problem) {
      if (!life.signal.aborted) failure.value = problem
    } finally {
      reading = null
    }
  }

  function reload(): Promise<void> {
    if (!reading) {
      reading = read()
      return reading
    }
    next ??= reading.then(() => {
      next = null
      return life.signal.aborted ? undefined : reload()
    })
    return next
  }
  return { value, failure, reload, isReading: () => reading !== null, stop: () => life.abort() }
}

/** Reads several paths while the component is shown. */
export function useSeveral<T>(paths: readonly string[]): readonly Resource<T>[] {
  const kept = useMemo(() => paths.map((it) => resource<T>(it)), [paths.join(' ')])
  useEffect(() => {
    for (const it of kept) void it.reload()
    return () => {
      for (const it of kept) it.stop()
    }
  }, [kept])
  return kept
}

/** Reads a path while the component is shown, and every so often if that is asked for. */
export function useResource<T>(path: string, everyMs = 0, asked: Asked = {}): Resource<T> {
  const kept = useMemo(() => resource<T>(path, asked), [path])
  useEffect(() => {
    void kept.reload()
    return () => kept.stop()
  }, [kept])
  useEffect(() => {
    const tick = () => document.hidden || kept.isReading() || kept.reload()
    const timer = everyMs ? setInterval(tick, everyMs) : 0
    return () => clearInterval(timer)
  }, [kept, everyMs])
  return kept
}
