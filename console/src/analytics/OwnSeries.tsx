import { useSignal } from '@preact/signals'
import { submit } from '../api/client'
import { Problem } from '../api/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Scrolling } from '../ui/Scrolling'
import { save } from '../ui/save'
import { Failure, Loading } from '../ui/states'
import { count, dayTime, decimal } from '../words/format'
import { AnalysisShown, Basis, Honesty } from './AnalysisShown'
import { type Analysis, type Observation, observationsOf, withHoles } from './analysis'
import { analytics } from './words'

const LARGEST = 256 * 1024
const PATIENCE_MS = 25_000
const [USUAL, MOST] = [24, 168]
const CSV = 'text/csv'

interface Held {
  name: string
  text: string
}

interface Answer {
  analysis: Analysis
  past: Observation[]
}

/** A series that somebody brings: it is analysed, and nothing of it is kept. */
export function OwnSeries() {
  const t = analytics.value.own
  const held = useSignal<Held | null>(null)
  const answer = useSignal<Answer | null>(null)
  const failure = useSignal<unknown>(null)
  const busy = useSignal(false)
  const horizon = useSignal(String(USUAL))
  const isSound = /^\d+$/.test(horizon.value) && +horizon.value >= 1 && +horizon.value <= MOST
  const path = `/v1/analytics/uploads?horizon=${isSound ? horizon.value : USUAL}`

  async function open(file: File | undefined) {
    if (!file) return
    answer.value = null
    failure.value = file.size > LARGEST ? new Problem('file-too-large', 413, t.tooLarge) : null
    held.value = failure.value ? null : { name: file.name, text: await file.text() }
    await analyse()
  }

  async function analyse() {
    const text = held.value?.text
    if (!text) return
    busy.value = true
    failure.value = null
    try {
      const analysis = await submit<Analysis>(path, text, CSV, { patienceMs: PATIENCE_MS })
      answer.value = { analysis, past: withHoles(observationsOf(text), analysis.stepSeconds) }
    } catch (problem) {
      failure.value = problem
    }
    busy.value = false
  }

  return (
    <>
      <Card title={t.title}>
        <p class="quiet">{t.hint}</p>
        <div
          class="drop"
          role="group"
          aria-label={t.file}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            void open(event.dataTransfer?.files[0])
          }}
        >
          <label class="button main file">
            <input
              type="file"
              class="visually-hidden"
              accept=".csv,text/csv"
              onChange={(event) => void open(event.currentTarget.files?.[0])}
            />
            {t.file}
          </label>
          <span class="quiet small">
            {held.value
              ? `${held.value.name} · ${t.rows(count(observationsOf(held.value.text).length))}`
              : t.drop}
          </span>
          <span class="spread" />
          <label class="inline-field">
            <span>{t.horizon}</span>
            <input
              inputMode="numeric"
              value={horizon.value}
              aria-invalid={!isSound}
              onInput={(event) => {
                horizon.value = event.currentTarget.value.trim()
              }}
            />
          </label>
          {held.value && (
            <Button onClick={() => void analyse()} busy={busy.value} disabled={!isSound}>
              {t.again}
            </Button>
          )}
        </div>
        {!held.value && failure.value === null && (
          <figure class="sample">
            <figcaption class="quiet small">{t.sample}</figcaption>
            <pre>{t.example}</pre>
          </figure>
        )}
        {busy.value && !answer.value && <Loading lines={4} />}
        <Refused failure={failure.value} />
      </Card>
      {answer.value && <Shown answer={answer.value} name={held.value?.name ?? t.title} />}
    </>
  )
}

function Refused({ failure }: { failure: unknown }) {
  const t = analytics.value.own
  if (failure === null) return null
  const rows = failure instanceof Problem ? failure.errors : []
  return (
    <>
      <Failure failure={failure} />
      {rows.length > 0 && (
        <Scrolling label={t.errors}>
          <table class="table row-errors">
            <caption>{t.errors}</caption>
            <thead>
              <tr>
                <th scope="col">{t.row}</th>
                <th scope="col">{t.wrong}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((it) => (
                <tr key={`${it.field} ${it.message}`}>
                  <th scope="row">{it.field}</th>
                  <td>{it.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
    </>
  )
}

function Shown({ answer, name }: { answer: Answer; name: string }) {
  const t = analytics.value.own
  const { analysis, past } = answer
  const points = analysis.forecast?.points ?? []
  const keep = () => {
    const rows = points.map((it) =>
      [it.at, it.value, it.low80, it.high80, it.low95, it.high95].map((cell) => cell ?? '').join(),
    )
    const text = ['at,value,low80,high80,low95,high95', ...rows, ''].join('\n')
    save(new Blob([text], { type: CSV }), `forecast-${name}`)
  }
  return (
    <>
      <Card
        title={name}
        aside={
          points.length > 0 && (
            <>
              <span class="spread" />
              <span class="download">
                <Button onClick={keep}>{t.forecastCsv}</Button>
              </span>
            </>
          )
        }
      >
        <AnalysisShown
          word={t.values}
          title={name}
          analysis={analysis}
          past={past}
          timeZone="UTC"
        />
      </Card>
      <div class="columns">
        <div class="column">
          {analysis.forecast && <Honesty forecast={analysis.forecast} />}
          <Oddities analysis={analysis} />
        </div>
        <Basis analysis={analysis} />
      </div>
    </>
  )
}

function Oddities({ analysis }: { analysis: Analysis }) {
  const t = analytics.value.own
  const { firstOutliers, firstMissing } = analysis.quality
  if (firstOutliers.length + firstMissing.length === 0) return null
  return (
    <Card title={`${t.outliers}, ${t.missing.toLowerCase()}`}>
      <Scrolling label={t.outliers}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{analytics.value.time}</th>
              <th scope="col" class="number">
                {t.values}
              </th>
              <th scope="col" class="number">
                {t.usual}
              </th>
            </tr>
          </thead>
          <tbody>
            {firstOutliers.map((it) => (
              <tr key={it.at}>
                <th scope="row">{dayTime(it.at)}</th>
                <td class="number warn">{decimal(it.value)}</td>
                <td class="number">{decimal(it.usual)}</td>
              </tr>
            ))}
            {firstMissing.map((it) => (
              <tr key={it}>
                <th scope="row">{dayTime(it)}</th>
                <td class="number quiet">{t.missing}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </Card>
  )
}
