import './lab.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { mayStop, stop } from '../api/jobs'
import { useResource } from '../api/resource'
import type { Job } from '../api/types'
import { Back } from '../ui/Back'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Download } from '../ui/Download'
import { Empty, Show } from '../ui/states'
import { plain } from '../words/format'
import { windowSaid } from './format'
import { Report } from './Report'
import { Progress, STANDING } from './Runs'
import { toldOf } from './told'
import type { LabReport } from './types'
import { lab } from './words'

const EVERY_MS = 1_500

/** One run of the lab: how far it is, and what it has found out. */
export function RunPage({ id }: { id: string }) {
  const t = lab.value
  const at = `/v1/ops/jobs/${encodeURIComponent(id)}`
  const ended = useSignal(false)
  const job = useResource<Job>(at, ended.value ? 0 : EVERY_MS)
  const state = job.value.value?.state
  useEffect(() => {
    if (state && state !== 'running') ended.value = true
  }, [state, ended])
  return (
    <div class="page lab">
      <Back to="/lab">{t.report.back}</Back>
      <Heading job={job.value.value} at={at} stopped={job.reload} />
      <Show of={job}>{(it) => <Outcome job={it} at={at} />}</Show>
    </div>
  )
}

interface HeadingProps {
  job: Job | null
  at: string
  stopped: () => Promise<void>
}

function Heading({ job, at, stopped }: HeadingProps) {
  const t = lab.value
  const told = toldOf(job?.summary[0])
  return (
    <div class="title">
      <h1 tabIndex={-1}>{told ? t.runs.against(told.candidate, told.baseline) : t.report.title}</h1>
      {job && (
        <span class={`badge ${STANDING[job.state]}`} role="status">
          {t.runs.states[job.state]}
        </span>
      )}
      {told && <span class="quiet">{windowSaid(told.from, told.to)}</span>}
      <span class="spread" />
      {job?.state === 'running' && (
        <>
          <Progress job={job} />
          {mayStop(job) && (
            <Button onClick={() => void stop(job).then(stopped)}>{t.runs.stop}</Button>
          )}
        </>
      )}
      {job?.state === 'succeeded' && (
        <Download path={`${at}/result`} type="application/json" name={`lab-${job.jobId}.json`}>
          {t.report.download}
        </Download>
      )}
    </div>
  )
}

function Outcome({ job, at }: { job: Job; at: string }) {
  const t = lab.value.report
  const { state, findings } = job
  return (
    <>
      {findings.length > 0 && (
        <Card title={t.findings}>
          <ul class="stack">
            {findings.map((it) => (
              <li key={it}>{plain(it)}</li>
            ))}
          </ul>
        </Card>
      )}
      {state === 'succeeded' && <Found at={`${at}/result`} />}
      {(state === 'cancelled' || state === 'failed') && <Empty>{t.noReport}</Empty>}
    </>
  )
}

function Found({ at }: { at: string }) {
  const report = useResource<LabReport>(at)
  return <Show of={report}>{(it) => <Report report={it} />}</Show>
}
