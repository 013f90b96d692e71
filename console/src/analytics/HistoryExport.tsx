import { useSignal } from '@preact/signals'
import { mayStop, stop, useJobs } from '../api/jobs'
import { postOnce } from '../api/once'
import type { Job } from '../api/types'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Download } from '../ui/Download'
import { Scrolling } from '../ui/Scrolling'
import { Empty, Failure, Show } from '../ui/states'
import { brief, count, dayTime } from '../words/format'
import { EventTypes } from './EventTypes'
import type { Span } from './span'
import { analytics } from './words'

const FORMATS = ['parquet', 'csv', 'ndjson'] as const
type Format = (typeof FORMATS)[number]

const TYPES: Record<Format, string> = {
  parquet: 'application/vnd.apache.parquet',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
}
const PATIENCE_MS = 300_000
const STANDING = { running: '', succeeded: 'good', failed: 'bad', cancelled: '' } as const

interface Result {
  fileName: string
  mediaType: string
}

type ExportJob = Job & { result: Result | null }

/** Events as files, made by jobs. */
export function HistoryExport({ span }: { span: Span }) {
  const jobs = useJobs<ExportJob>('export-events')
  return (
    <div class="columns">
      <Start span={span} started={jobs.reload} />
      <Card title={analytics.value.history.exports}>
        <Show of={jobs} lines={3}>
          {(it) => (
            <Exports
              jobs={it.jobs.filter((job) => job.kind === 'export-events')}
              reload={jobs.reload}
            />
          )}
        </Show>
      </Card>
    </div>
  )
}

function Start({ span, started }: { span: Span; started: () => Promise<void> }) {
  const t = analytics.value.history
  const format = useSignal<Format>('parquet')
  const everything = useSignal(false)
  const types = useSignal<readonly string[]>([])
  const busy = useSignal(false)
  const failure = useSignal<unknown>(null)

  async function start(event: Event) {
    event.preventDefault()
    const time = everything.value
      ? {}
      : { recordedFrom: instant(span.from), recordedTo: instant(span.to) }
    const type = types.value.length ? { type: types.value.join(',') } : {}
    const body = { format: format.value, filter: { ...time, ...type }, personal: false }
    busy.value = true
    failure.value = null
    try {
      await postOnce('/v1/history/exports', body)
      await started()
    } catch (problem) {
      failure.value = problem
    }
    busy.value = false
  }

  return (
    <Card title={t.title}>
      <form class="stack" onSubmit={start}>
        <p class="quiet">{t.hint}</p>
        <div class="beside">
          <label class="field">
            <span>{t.format}</span>
            <select
              value={format.value}
              onChange={(event) => {
                format.value = event.currentTarget.value as Format
              }}
            >
              {FORMATS.map((it) => (
                <option key={it} value={it}>
                  {t.formats[it]}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{t.which}</span>
            <select
              value={everything.value ? 'all' : 'span'}
              onChange={(event) => {
                everything.value = event.currentTarget.value === 'all'
              }}
            >
              <option value="span">{t.span}</option>
              <option value="all">{t.everything}</option>
            </select>
            <small class="quiet">{t.spanHint}</small>
          </label>
        </div>
        <EventTypes chosen={types} />
        {failure.value !== null && <Failure failure={failure.value} />}
        <div class="actions">
          <Button type="submit" kind="main" busy={busy.value}>
            {t.start}
          </Button>
        </div>
      </form>
    </Card>
  )
}

const instant = (at: number) => new Date(at).toISOString()

interface ExportsProps {
  jobs: readonly ExportJob[]
  reload: () => Promise<void>
}

function Exports({ jobs, reload }: ExportsProps) {
  const t = analytics.value.history
  if (jobs.length === 0) return <Empty>{t.none}</Empty>
  return (
    <Scrolling label={t.exports}>
      <table class="table">
        <tbody>
          {jobs.map((job) => (
            <Row key={job.jobId} job={job} reload={reload} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function Row({ job, reload }: { job: ExportJob; reload: () => Promise<void> }) {
  const t = analytics.value.history
  const at = `/v1/ops/jobs/${encodeURIComponent(job.jobId)}`
  const running = job.state === 'running'
  const type = job.result?.mediaType ?? TYPES.ndjson
  return (
    <tr>
      <th scope="row">
        <span class="term">{job.result?.fileName ?? brief(job.jobId)}</span>
        <span class="meaning">
          {dayTime(job.startedAt)} · {brief(job.startedBy)}
        </span>
      </th>
      <td>
        <span class={`badge ${STANDING[job.state]}`}>{t.states[job.state]}</span>
        {running && job.total > 0 && (
          <>
            <progress class="progress" value={job.done} max={job.total} />
            <span class="quiet small">{t.positions(count(job.done), count(job.total))}</span>
          </>
        )}
      </td>
      <td class="number">
        {running && mayStop(job) && (
          <Button onClick={() => void stop(job).then(reload)}>{t.stop}</Button>
        )}
        {job.state === 'succeeded' && job.result && (
          <Download
            path={`${at}/result`}
            type={type}
            name={job.result.fileName}
            patienceMs={PATIENCE_MS}
          >
            {t.download}
          </Download>
        )}
      </td>
    </tr>
  )
}
