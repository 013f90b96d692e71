import { useSignal } from '@preact/signals'
import { removeOnce } from '../api/once'
import { useResource } from '../api/resource'
import type { Job } from '../api/types'
import { may } from '../session/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Empty, Failure, Show } from '../ui/states'
import { Clock } from '../ui/Time'
import { brief, count } from '../words/format'
import { term } from '../words/terms'
import { words } from '../words/words'

const EVERY_MS = 2_000
const STANDING = { running: '', succeeded: 'good', failed: 'bad', cancelled: '' }

/** Long work, the latest first. */
export function Jobs() {
  const t = words.value.system
  const found = useResource<{ jobs: Job[] }>('/v1/ops/jobs?limit=20', EVERY_MS)
  const failure = useSignal<unknown>(null)
  async function stop(job: Job) {
    failure.value = null
    try {
      await removeOnce(`/v1/ops/jobs/${encodeURIComponent(job.jobId)}`)
    } catch (problem) {
      failure.value = problem
    }
    void found.reload()
  }
  return (
    <Card title={t.jobs}>
      {failure.value !== null && <Failure failure={failure.value} />}
      <Show of={found} lines={2}>
        {({ jobs }) =>
          jobs.length ? (
            <ul class="jobs">
              {jobs.map((job) => (
                <JobShown key={job.jobId} job={job} stop={() => void stop(job)} />
              ))}
            </ul>
          ) : (
            <Empty>{t.noJobs}</Empty>
          )
        }
      </Show>
    </Card>
  )
}

function JobShown({ job, stop }: { job: Job; stop: () => void }) {
  const t = words.value.system
  const told = [...job.summary, ...job.findings]
  const runs = job.state === 'running'
  return (
    <li>
      <div class="title">
        <strong>{term(job.kind)}</strong>
        <span class={`badge ${STANDING[job.state]}`}>{t.jobStates[job.state]}</span>
        <span class="quiet">{brief(job.startedBy)}</span>
        <Clock at={job.startedAt} />
        {job.total > 0 && <span>{t.progress(count(job.done), count(job.total))}</span>}
        {runs && job.total > 0 && <progress class="progress" value={job.done} max={job.total} />}
        {runs && may('ops:run') && <Button onClick={stop}>{t.stop}</Button>}
      </div>
      {told.length > 0 && (
        <details>
          <summary>
            {job.findings.length ? t.findings(count(job.findings.length)) : job.summary[0]}
          </summary>
          <ul class="lines small">
            {told.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
