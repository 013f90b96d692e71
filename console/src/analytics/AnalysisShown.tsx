import { useMemo } from 'preact/hooks'
import type { Band, Chart, Line } from '../charts/chart'
import { TimeChart } from '../charts/TimeChart'
import { Card } from '../ui/Card'
import { Facts } from '../ui/Facts'
import { Scrolling } from '../ui/Scrolling'
import { Empty } from '../ui/states'
import { count, decimal, plain, significant } from '../words/format'
import { language } from '../words/words'
import {
  type Accuracy,
  type Analysis,
  type Forecast,
  hasRanges,
  hasWideRanges,
  isNarrow,
  isShown,
  joined,
  type Observation,
} from './analysis'
import { daySaid, hourSaid, pieceSaid } from './format'
import { analytics } from './words'

interface Props {
  title: string
  analysis: Analysis
  past: readonly Observation[]
  timeZone: string
  /** What the values are that came. */
  word: string
}

const said = (value: number) => (Number.isInteger(value) ? count(value) : decimal(value))

function chartOf({ analysis, past, timeZone, word }: Props): Chart {
  const t = analytics.value.forecast
  const all = joined(past, analysis)
  const points = analysis.forecast?.points ?? []
  const stepMs = analysis.stepSeconds * 1000
  const lines: Line[] = [
    { label: word, values: all.past, hue: 8 },
    { label: analytics.value.own.outlier, values: all.outliers, hue: 2, how: 'points' as const },
    { label: t.value, values: all.foretold, hue: 6 },
  ].filter(isShown)
  const bands: Band[] = []
  if (hasRanges(points)) bands.push({ label: t.range80, low: all.low80, high: all.high80, hue: 6 })
  if (hasWideRanges(points)) {
    bands.push({ label: t.range95, low: all.low95, high: all.high95, hue: 6, outer: true })
  }
  return {
    times: all.times,
    stepMs,
    timeZone,
    lines,
    bands,
    per: 1,
    said: (value) => (value === null ? '–' : said(value)),
    axisSaid: said,
    timeSaid: (at) => pieceSaid(at, stepMs, timeZone),
    hourSaid: (at) => hourSaid(at, timeZone),
    daySaid: (at) => daySaid(at, timeZone),
  }
}

/** A series with what is foretold of it, and how far that can be trusted. */
export function AnalysisShown(props: Props) {
  const { title, analysis } = props
  const t = analytics.value.forecast
  const chart = useMemo(() => chartOf(props), [props.analysis, props.past, language.value])
  return (
    <>
      {chart.times.length > 0 && (
        <TimeChart label={title} chart={chart} height={280} timeWord={analytics.value.time} />
      )}
      {!analysis.forecast && (
        <Empty>
          {t.noForecast} {analysis.note && plain(analysis.note)}
        </Empty>
      )}
      {analysis.forecast && analysis.note && <p class="quiet small">{plain(analysis.note)}</p>}
    </>
  )
}

export function Honesty({ forecast }: { forecast: Forecast }) {
  const t = analytics.value.forecast
  const { accuracy, baseline } = forecast
  return (
    <Card title={t.honesty}>
      <p>
        <span class={`badge ${forecast.beatsBaseline ? 'good' : ''}`}>
          {t.models[forecast.model]}
        </span>{' '}
        {forecast.beatsBaseline ? t.beats : t.beatsNot}
      </p>
      {isNarrow(forecast.beatsBaseline ? accuracy : baseline) && <p class="warn">{t.narrow}</p>}
      <Scrolling label={t.honesty}>
        <table class="table">
          <thead>
            <tr>
              <td />
              <th scope="col" class="number">
                {t.model}
              </th>
              <th scope="col" class="number">
                {t.baseline}
              </th>
            </tr>
          </thead>
          <tbody>
            <Judged word={t.error} of={(it) => decimal(it.mae, 2)} forecast={forecast} />
            <Judged
              word={t.mase}
              of={(it) => (it.mase === null ? '–' : decimal(it.mase, 2))}
              forecast={forecast}
            />
            <Judged word={t.coverage80} of={(it) => covered(it.coverage80)} forecast={forecast} />
            <Judged word={t.coverage95} of={(it) => covered(it.coverage95)} forecast={forecast} />
          </tbody>
        </table>
      </Scrolling>
      <p class="quiet small">{t.points(count(accuracy.points), count(accuracy.origins))}</p>
    </Card>
  )
}

const covered = (share: number | null) =>
  share === null ? analytics.value.forecast.tooFew : `${decimal(share * 100, 0)} %`

interface JudgedProps {
  word: string
  of: (accuracy: Accuracy) => string
  forecast: Forecast
}

function Judged({ word, of, forecast }: JudgedProps) {
  return (
    <tr>
      <th scope="row">{word}</th>
      <td class="number">{of(forecast.accuracy)}</td>
      <td class="number">{of(forecast.baseline)}</td>
    </tr>
  )
}

/** How whole the series is, and what can be said of its values. */
export function Basis({ analysis }: { analysis: Analysis }) {
  const t = analytics.value.forecast
  const { quality, statistics, trend, season } = analysis
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${significant(Math.abs(value))}`
  return (
    <Card title={t.data}>
      <Facts
        of={[
          [t.season, t.steps(count(season))],
          [analytics.value.own.values, statistics && count(statistics.count)],
          [t.missing, count(quality.missing)],
          [t.outliers, count(quality.outliers)],
          [t.mean, statistics && decimal(statistics.mean, 2)],
          [t.median, statistics && said(statistics.median)],
          [t.least, statistics && said(statistics.minimum)],
          [t.most, statistics && said(statistics.maximum)],
          [
            t.trend,
            trend && (trend.significant ? t.trendRises(signed(trend.perStep)) : t.trendNone),
          ],
          [
            t.growth,
            trend?.growth !== null && trend?.growth !== undefined
              ? `${decimal(trend.growth * 100)} %`
              : null,
          ],
        ]}
      />
    </Card>
  )
}
