import { useMemo } from 'preact/hooks'
import { useSeveral } from '../api/resource'
import type { Line } from '../charts/chart'
import { isEmpty, isNaught } from '../charts/chart'
import { TimeChart } from '../charts/TimeChart'
import { Card } from '../ui/Card'
import { Download } from '../ui/Download'
import { Empty, Failure, Loading } from '../ui/states'
import { language } from '../words/words'
import { chartOf } from './chartOf'
import { currenciesOf, type Figure, kindOf, type MeasureName, onPieces } from './figures'
import { parametersOf, type Span, startsOf } from './span'
import { analytics } from './words'

export interface Figures {
  figures: Figure[]
}

type ChartName = keyof typeof analytics.value.charts

/** Which measures are drawn together; the first one gives the unit. */
const CHARTS: readonly { name: ChartName; measures: readonly MeasureName[] }[] = [
  { name: 'orders', measures: ['orders', 'delivered'] },
  { name: 'clickToDoor', measures: ['click_to_door'] },
  { name: 'readyToPickup', measures: ['ready_to_pickup'] },
  { name: 'readyToDoor', measures: ['ready_to_door'] },
  { name: 'cancelled', measures: ['cancelled'] },
  { name: 'offers', measures: ['offers_accepted', 'offers_declined', 'offers_expired'] },
  { name: 'acceptance', measures: ['acceptance'] },
  { name: 'couriers', measures: ['on_shift', 'busy'] },
  { name: 'utilisation', measures: ['utilisation'] },
  { name: 'revenue', measures: ['revenue'] },
]

export const seriesPath = (measure: MeasureName, span: Span, by = 'all') =>
  `/v1/analytics/series?measure=${measure}&by=${by}&bucket=${span.bucket}&${parametersOf(span)}`

export function Overview({ span }: { span: Span }) {
  return (
    <div class="charts">
      {CHARTS.map((it) => (
        <Shown key={it.name} {...it} span={span} />
      ))}
    </div>
  )
}

interface Props {
  name: ChartName
  measures: readonly MeasureName[]
  span: Span
}

function Shown({ name, measures, span }: Props) {
  const { title, hint } = analytics.value.charts[name]
  const [first = 'orders'] = measures
  return (
    <Card
      title={title}
      aside={
        <>
          <span class="quiet small">{hint}</span>
          <span class="spread" />
          <Download
            path={measures.map((it) => seriesPath(it, span))}
            type="text/csv"
            name={`${first}.csv`}
          >
            {analytics.value.csv}
          </Download>
        </>
      }
    >
      <Drawn measures={measures} span={span} title={title} />
    </Card>
  )
}

interface DrawnProps {
  measures: readonly MeasureName[]
  span: Span
  title: string
}

function Drawn({ measures, span, title }: DrawnProps) {
  const found = useSeveral<Figures>(measures.map((it) => seriesPath(it, span)))
  const values = found.map((it) => it.value.value)
  const failed = found.find((it) => it.failure.value !== null)
  const chart = useMemo(() => {
    const all = values.map((it) => it?.figures)
    return all.every((it) => it !== undefined) ? made(measures, all as Figure[][], span) : null
  }, [...values, language.value])
  if (!chart && failed) {
    return <Failure failure={failed.failure.value} retry={() => found.map((it) => it.reload())} />
  }
  if (!chart) return <Loading lines={5} />
  const isNothing = isShare(measures) ? isEmpty(chart) : isNaught(chart)
  if (isNothing) return <Empty>{analytics.value.none}</Empty>
  return <TimeChart label={title} chart={chart} timeWord={analytics.value.time} />
}

/** Where zero is a figure as good as any. */
const isShare = ([first = 'orders']: readonly MeasureName[]) => kindOf(first) === 'share'

const HUES = [6, 1, 5, 2]

/** Of one measure with percentiles the band of these, else a line for each. */
export function made(measures: readonly MeasureName[], all: readonly Figure[][], span: Span) {
  const t = analytics.value
  const [first = 'orders'] = measures
  const kind = kindOf(first)
  const times = startsOf(span)
  const shared = { times, bucket: span.bucket, timeZone: span.timeZone, kind }
  const figures = all[0] ?? []
  if (kind === 'seconds') {
    const { value, p50, p90 } = onPieces(figures, times, kind)
    const lines: Line[] = [{ label: t.mean, values: value, hue: 1 }]
    return chartOf({ ...shared, lines, bands: [{ label: t.band, low: p50, high: p90, hue: 1 }] })
  }
  if (kind === 'money') {
    const [currency = null] = currenciesOf(figures)
    const own = figures.filter((it) => it.currency === currency)
    const values = onPieces(own, times, kind).value
    const lines: Line[] = [{ label: t.measures[first], values, hue: 3, how: 'bars' }]
    return chartOf({ ...shared, currency, lines })
  }
  const lines = measures.map((measure, i): Line => {
    const values = onPieces(all[i] ?? [], times, kind).value
    const how = measure === 'orders' ? 'bars' : 'line'
    const label = kind === 'share' ? t.share : t.measures[measure]
    return { label, values, hue: HUES[i] ?? 1, how }
  })
  return chartOf({ ...shared, lines })
}
