import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { may, session } from '../session/session'
import { newKey, remove } from './client'
import { type Resource, useResource } from './resource'
import type { Job } from './types'

const EVERY_MS = 2_000
const AT_REST_MS = 8_000

/** Long work of one kind, the latest first; read more often while some is under way. */
export function useJobs<T extends Job>(kind: string): Resource<{ jobs: T[] }> {
  const busy = useSignal(false)
  const found = useResource<{ jobs: T[] }>(
    '/v1/ops/jobs?limit=100',
    busy.value ? EVERY_MS : AT_REST_MS,
  )
  const own = found.value.value?.jobs.filter((it) => it.kind === kind) ?? []
  const running = own.some((it) => it.state === 'running')
  useEffect(() => {
    busy.value = running
  }, [running, busy])
  return found
}

/** Whether somebody may stop it. */
export const mayStop = (job: Job) =>
  job.startedBy === `${session.value?.role}:${session.value?.subject}` || may('ops:run')

/** One that has ended by now is left as it is. */
export const stop = (job: Job): Promise<void> =>
  remove(`/v1/ops/jobs/${encodeURIComponent(job.jobId)}`, newKey()).catch(() => undefined)
