import type { ComponentChildren } from 'preact'
import { Problem, tell } from '../api/problem'
import type { Resource } from '../api/resource'
import { words } from '../words/words'
import { Button } from './Button'

/** What a part shows that has nothing to show. */

export function Loading({ lines = 4 }: { lines?: number }) {
  return (
    <div class="loading" role="status" aria-label={words.value.states.loading}>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} class="bone" />
      ))}
    </div>
  )
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>
}

export function Failure({ failure, retry }: { failure: unknown; retry?: () => void }) {
  const t = words.value.states
  const problem = failure instanceof Problem ? failure : null
  return (
    <div class="failure" role="alert">
      <p>{problem?.status === 403 ? t.forbidden : tell(failure)}</p>
      {problem?.requestId && (
        <p class="quiet small">
          {t.request} <code>{problem.requestId}</code>
        </p>
      )}
      {retry && <Button onClick={retry}>{t.again}</Button>}
    </div>
  )
}

interface Shown<T> {
  of: Resource<T>
  lines?: number
  children: (value: T) => ComponentChildren
}

/** What a resource holds; while it is there, a failure to read it anew is only mentioned. */
export function Show<T>({ of, lines = 4, children }: Shown<T>) {
  const value = of.value.value
  const failure = of.failure.value
  const retry = () => void of.reload()
  if (value === null)
    return failure ? <Failure failure={failure} retry={retry} /> : <Loading lines={lines} />
  return (
    <>
      {failure !== null && <Failure failure={failure} retry={retry} />}
      {children(value)}
    </>
  )
}
