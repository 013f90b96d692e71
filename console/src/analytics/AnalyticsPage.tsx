import './analytics.css'
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { liveNow, readClock } from '../live/clock'
import { may } from '../session/session'
import { query } from '../shell/address'
import { Empty, Loading } from '../ui/states'
import { Views, viewOf } from '../ui/Views'
import { Demand } from './Demand'
import { ForecastView } from './ForecastView'
import { HistoryExport } from './HistoryExport'
import { Overview } from './Overview'
import { OwnSeries } from './OwnSeries'
import { Promises } from './Promises'
import { SpanPicker } from './SpanPicker'
import { PRESETS, type Span, spanOf, type Wanted } from './span'
import { Tables } from './Tables'
import { analytics } from './words'
import { zoneOfDevice } from './zone'

type View = keyof typeof analytics.value.views

const VIEWS = Object.keys(analytics.peek().views) as View[]
const WITHOUT_SPAN: readonly View[] = ['forecast', 'own']
const WITHOUT_PIECES: readonly View[] = ['tables', 'promises', 'demand', 'history']

/** The figures of the past, what they say of the future, and all of it as files. */
export function AnalyticsPage() {
  const t = analytics.value
  const asOf = useSignal(0)
  const again = () =>
    void readClock()
      .catch(() => undefined)
      .finally(() => {
        asOf.value = liveNow()
      })
  useEffect(again, [])
  const shown = VIEWS.filter((it) => it !== 'history' || may('history:read'))
  const view = viewOf(shown)
  const wanted = wantedOf()
  const span = useMemo(() => spanOf(wanted, asOf.value), [JSON.stringify(wanted), asOf.value])
  return (
    <div class="page analytics">
      <div class="filters">
        <h1 tabIndex={-1}>{t.title}</h1>
        <Views label={t.title} of={t.views} shown={shown} />
      </div>
      {!WITHOUT_SPAN.includes(view) && (
        <SpanPicker
          wanted={wanted}
          span={span}
          asOf={asOf}
          whole={WITHOUT_PIECES.includes(view)}
          again={again}
        />
      )}
      {asOf.value === 0 ? (
        <Loading lines={6} />
      ) : (
        <Shown view={view} span={span} asOf={asOf.value} timeZone={wanted.timeZone} />
      )}
    </div>
  )
}

interface ShownProps {
  view: View
  span: Span | null
  asOf: number
  timeZone: string
}

function Shown({ view, span, asOf, timeZone }: ShownProps) {
  if (view === 'forecast') return <ForecastView asOf={asOf} timeZone={timeZone} />
  if (view === 'own') return <OwnSeries />
  if (!span) return <Empty>{analytics.value.span.bad}</Empty>
  switch (view) {
    case 'overview':
      return <Overview span={span} />
    case 'tables':
      return <Tables span={span} />
    case 'promises':
      return <Promises span={span} />
    case 'demand':
      return <Demand span={span} />
    case 'history':
      return <HistoryExport span={span} />
  }
}

function wantedOf(): Wanted {
  const asked = query.value
  const bucket = asked.get('bucket')
  return {
    preset: PRESETS.find((it) => it === asked.get('span')) ?? 'today',
    bucket: bucket === 'hour' || bucket === 'day' ? bucket : null,
    timeZone: knownZone(asked.get('tz')) ?? zoneOfDevice(),
    from: asked.get('from'),
    to: asked.get('to'),
  }
}

function knownZone(name: string | null): string | null {
  try {
    return name && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
