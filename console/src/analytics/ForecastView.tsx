import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { useResource } from '../api/resource'
import { ask, query } from '../shell/address'
import { Card } from '../ui/Card'
import { Download } from '../ui/Download'
import { Empty, Show } from '../ui/states'
import { AnalysisShown, Basis, Honesty } from './AnalysisShown'
import type { Analysis, Observation } from './analysis'
import { onPieces } from './figures'
import { type Dimension, keySaid } from './merchants'
import type { Figures } from './Overview'
import { parametersOf } from './span'
import { analytics } from './words'
import { DAY_MS, HOUR_MS, piecesOf } from './zone'

const BY = ['all', 'cell', 'merchant', 'courier'] as const
type By = (typeof BY)[number]

const HOURS = [6, 12, 24, 48, 168]
const SHOWN_PAST_MS = 3 * DAY_MS
/** The engine makes and tries a model for each series. */
const PATIENCE_MS = 25_000

interface Demand {
  series: { key: string | null; analysis: Analysis }[]
}

interface Props {
  asOf: number
  timeZone: string
}

/** How many orders are to come, and how far that can be trusted. */
export function ForecastView({ asOf, timeZone }: Props) {
  const t = analytics.value.forecast
  const by = BY.find((it) => it === query.value.get('by')) ?? 'all'
  const hours = HOURS.find((it) => String(it) === query.value.get('hours')) ?? 24
  const path = `/v1/analytics/forecast?by=${by}&hours=${hours}`
  return (
    <>
      <div class="span-picker">
        <div class="tabs" role="group" aria-label={t.by}>
          {BY.map((it) => (
            <button
              key={it}
              type="button"
              aria-pressed={it === by}
              onClick={() => ask({ by: it === 'all' ? null : it })}
            >
              {t.dimensions[it]}
            </button>
          ))}
        </div>
        <label class="inline-field">
          <span>{t.hours}</span>
          <select
            value={String(hours)}
            onChange={(event) => ask({ hours: event.currentTarget.value })}
          >
            {HOURS.map((it) => (
              <option key={it} value={String(it)}>
                {it}
              </option>
            ))}
          </select>
        </label>
        {by !== 'all' && <span class="quiet small">{t.busiest}</span>}
        <span class="spread" />
        <Download path={path} type="text/csv" name={`forecast-${by}.csv`}>
          {analytics.value.csv}
        </Download>
      </div>
      <Read key={`${path} ${asOf}`} by={by} path={path} asOf={asOf} timeZone={timeZone} />
    </>
  )
}

interface ReadProps extends Props {
  by: By
  path: string
}

function Read({ by, path, asOf, timeZone }: ReadProps) {
  const t = analytics.value.forecast
  const found = useResource<Demand>(path, 0, { patienceMs: PATIENCE_MS })
  const chosen = useSignal(0)
  return (
    <Show of={found} lines={8}>
      {({ series }) => {
        const one = series[chosen.value] ?? series[0]
        if (!one) return <Empty>{t.none}</Empty>
        return (
          <>
            {by !== 'all' && (
              <label class="inline-field">
                <span>{t.series}</span>
                <select
                  value={String(chosen.value)}
                  onChange={(event) => {
                    chosen.value = Number(event.currentTarget.value)
                  }}
                >
                  {series.map((it, i) => (
                    <option key={it.key} value={String(i)}>
                      {keySaid(by as Dimension, it.key ?? '')}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <One by={by} series={one} asOf={asOf} timeZone={timeZone} />
          </>
        )
      }}
    </Show>
  )
}

interface OneProps extends Props {
  by: By
  series: Demand['series'][number]
}

function One({ by, series, asOf, timeZone }: OneProps) {
  const t = analytics.value.forecast
  const { analysis, key } = series
  const past = usePast(by, key, asOf)
  return (
    <>
      <Card title={t.title}>
        <AnalysisShown
          title={t.title}
          word={t.past}
          analysis={analysis}
          past={past}
          timeZone={timeZone}
        />
      </Card>
      <div class="columns">
        {analysis.forecast && <Honesty forecast={analysis.forecast} />}
        <Basis analysis={analysis} />
      </div>
    </>
  )
}

/** The full hours before now of the same series. */
function usePast(by: By, key: string | null, asOf: number): readonly Observation[] {
  const to = Math.floor(asOf / HOUR_MS) * HOUR_MS
  const from = to - SHOWN_PAST_MS
  const of =
    by === 'merchant' || by === 'courier' ? `&${by}Id=${encodeURIComponent(key ?? '')}` : ''
  const told = by === 'cell' ? '&by=cell' : ''
  const span = parametersOf({ from, to, timeZone: 'UTC' })
  const found = useResource<Figures>(
    `/v1/analytics/series?measure=orders&bucket=hour&${span}${told}${of}`,
  ).value.value
  return useMemo(() => {
    if (!found) return []
    const hours = piecesOf(from, to, 'hour', 'UTC')
    const own = by === 'cell' ? found.figures.filter((it) => it.key === key) : found.figures
    const { value } = onPieces(own, hours, 'count')
    return hours.map((at, i) => ({ at, value: value[i] ?? 0 }))
  }, [found, key])
}
