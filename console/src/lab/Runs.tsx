import { mayStop, stop, useJobs } from '../api/jobs'
import type { Job } from '../api/types'
import { may } from '../session/session'
import { href } from '../shell/address'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Scrolling } from '../ui/Scrolling'
import { Empty, Show } from '../ui/states'
import { brief, count, dayTime } from '../words/format'
import { windowSaid } from './format'
import { StartRun } from './StartRun'
import { toldOf } from './told'
import type { KnownPolicies } from './types'
import { lab } from './words'

export const STANDING = { running: '', succeeded: 'good', failed: 'bad', cancelled: '' } as const

/** Runs of the lab, the latest first, and how to start one. */
export function Runs({ known }: { known: KnownPolicies }) {
  const t = lab.value.runs
  const found = useJobs<Job>('lab')
  return (
    <div class="columns runs">
      <Card title={t.title}>
        <Show of={found} lines={4}>
          {({ jobs }) => (
            <List jobs={jobs.filter((it) => it.kind === 'lab')} reload={found.reload} />
          )}
        </Show>
      </Card>
      {may('lab:run') && <StartRun known={known} started={found.reload} />}
    </div>
  )
}

function List({ jobs, reload }: { jobs: readonly Job[]; reload: () => Promise<void> }) {
  const t = lab.value.runs
  if (jobs.length === 0) return <Empty>{t.none}</Empty>
  return (
    <Scrolling label={t.title}>
      <table class="table run-list">
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            <th scope="col">{t.state}</th>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.who}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <Row key={job.jobId} job={job} stop={() => void stop(job).then(reload)} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function Row({ job, stop }: { job: Job; stop: () => void }) {
  const t = lab.value.runs
  const told = toldOf(job.summary[0])
  const runs = job.state === 'running'
  return (
    <tr>
      <th scope="row">
        <a href={href(`/lab/runs/${job.jobId}`)}>
          {told ? t.against(told.candidate, told.baseline) : brief(job.jobId)}
        </a>
        {told && <span class="meaning">{windowSaid(told.from, told.to)}</span>}
      </th>
      <td>
        <span class={`badge ${STANDING[job.state]}`}>{t.states[job.state]}</span>
        {runs && <Progress job={job} />}
      </td>
      <td>
        <time dateTime={job.startedAt}>{dayTime(job.startedAt)}</time>
      </td>
      <td title={job.startedBy}>{brief(job.startedBy)}</td>
      <td>{runs && mayStop(job) && <Button onClick={stop}>{t.stop}</Button>}</td>
    </tr>
  )
}

export function Progress({ job }: { job: Job }) {
  const t = lab.value.runs
  const said = job.total > 0 ? t.progress(count(job.done), count(job.total)) : t.waits
  return (
    <span class="run-progress">
      <progress
        class="progress"
        aria-label={said}
        {...(job.total > 0 ? { value: job.done, max: job.total } : {})}
      />
      <span class="quiet small">{said}</span>
    </span>
  )
}
