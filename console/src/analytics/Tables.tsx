import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { useResource } from '../api/resource'
import { ask, query } from '../shell/address'
import { Card } from '../ui/Card'
import { Download } from '../ui/Download'
import { CourierLink } from '../ui/Ids'
import { Scrolling } from '../ui/Scrolling'
import { Empty, Show } from '../ui/states'
import { count } from '../words/format'
import {
  byKey,
  type Figure,
  kindOf,
  type Line,
  linesOf,
  type MeasureName,
  onPieces,
  sorted,
  sparkline,
} from './figures'
import { said } from './format'
import { type Dimension, keySaid } from './merchants'
import { type Figures, seriesPath } from './Overview'
import { parametersOf, type Span, startsOf } from './span'
import { analytics } from './words'
import { DAY_MS } from './zone'

const DIMENSIONS: readonly Dimension[] = ['merchant', 'cell', 'courier']
const TOPS = [10, 25, 100]
const HOURLY_MS = 2 * DAY_MS
const COLUMNS: readonly MeasureName[] = [
  'orders',
  'delivered',
  'cancelled',
  'click_to_door',
  'ready_to_pickup',
  'ready_to_door',
  'offers',
  'acceptance',
  'revenue',
  'utilisation',
]

/** The same measures for each merchant, cell or courier. */
export function Tables({ span }: { span: Span }) {
  const by = DIMENSIONS.find((it) => it === query.value.get('by')) ?? 'merchant'
  const path = `/v1/analytics/table?by=${by}&${parametersOf(span)}`
  return (
    <Card
      title={analytics.value.views.tables}
      aside={
        <>
          <Pick by={by} />
          <span class="spread" />
          <Download path={path} type="text/csv" name={`table-${by}.csv`}>
            {analytics.value.csv}
          </Download>
        </>
      }
    >
      <Read key={path} by={by} path={path} span={span} />
    </Card>
  )
}

function Pick({ by }: { by: Dimension }) {
  const t = analytics.value.tables
  return (
    <div class="tabs" role="group" aria-label={t.by}>
      {DIMENSIONS.map((it) => (
        <button
          key={it}
          type="button"
          aria-pressed={it === by}
          onClick={() => ask({ by: it === 'merchant' ? null : it })}
        >
          {t.dimensions[it]}
        </button>
      ))}
    </div>
  )
}

interface ReadProps {
  by: Dimension
  path: string
  span: Span
}

function Read({ by, path, span }: ReadProps) {
  const found = useResource<Figures>(path)
  return (
    <Show of={found} lines={8}>
      {({ figures }) => <Sortable by={by} figures={figures} span={span} />}
    </Show>
  )
}

interface SortableProps {
  by: Dimension
  figures: readonly Figure[]
  span: Span
}

function Sortable({ by, figures, span }: SortableProps) {
  const t = analytics.value.tables
  const order = useSignal<{ by: MeasureName; descending: boolean }>({
    by: 'orders',
    descending: true,
  })
  const top = useSignal(TOPS[0] as number)
  const lines = useMemo(() => linesOf(figures), [figures])
  const shown = sorted(lines, order.value.by, order.value.descending).slice(0, top.value)
  const columns = COLUMNS.filter((it) => lines.some((line) => line.figures[it]))
  const trends = useTrends(by, span)
  if (lines.length === 0) return <Empty>{analytics.value.none}</Empty>
  return (
    <>
      <Scrolling label={t.dimensions[by]}>
        <table class="table figures">
          <caption class="visually-hidden">
            {t.sorted(analytics.value.measures[order.value.by])}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t.dimensions[by]}</th>
              {columns.map((it) => (
                <Head key={it} measure={it} order={order} />
              ))}
              <th scope="col">{t.trend}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Row key={line.key} by={by} line={line} columns={columns} trend={trends(line.key)} />
            ))}
          </tbody>
        </table>
      </Scrolling>
      <div class="tool-row">
        <span class="quiet small">{t.shown(count(shown.length), count(lines.length))}</span>
        <label class="inline-field">
          <span>{t.top}</span>
          <select
            value={String(top.value)}
            onChange={(event) => {
              top.value = Number(event.currentTarget.value)
            }}
          >
            {TOPS.map((it) => (
              <option key={it} value={String(it)}>
                {it}
              </option>
            ))}
          </select>
        </label>
        {by === 'cell' && <span class="quiet small">{t.cellHint}</span>}
      </div>
    </>
  )
}

/** The orders of each key over the span, in few pieces. */
function useTrends(by: Dimension, span: Span) {
  const pieces: Span = { ...span, bucket: span.to - span.from > HOURLY_MS ? 'day' : 'hour' }
  const found = useResource<Figures>(seriesPath('orders', pieces, by)).value.value
  const keyed = useMemo(() => byKey(found?.figures ?? []), [found])
  const starts = useMemo(() => startsOf(pieces), [span])
  return (key: string) => (found ? onPieces(keyed.get(key) ?? [], starts, 'count').value : null)
}

interface HeadProps {
  measure: MeasureName
  order: { value: { by: MeasureName; descending: boolean } }
}

function Head({ measure, order }: HeadProps) {
  const { by, descending } = order.value
  const mine = by === measure
  return (
    <th
      scope="col"
      class="number"
      aria-sort={mine ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        class="sort"
        onClick={() => {
          order.value = { by: measure, descending: mine ? !descending : true }
        }}
      >
        {analytics.value.measures[measure]}
        <span aria-hidden="true">{mine ? (descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  )
}

interface RowProps {
  by: Dimension
  line: Line
  columns: readonly MeasureName[]
  trend: readonly (number | null)[] | null
}

const [WIDTH, HEIGHT] = [112, 20]

function Row({ by, line, columns, trend }: RowProps) {
  const { key, figures } = line
  return (
    <tr>
      <th scope="row" title={key}>
        {by === 'courier' && key ? (
          <CourierLink id={key} />
        ) : (
          <span class="term">{keySaid(by, key)}</span>
        )}
      </th>
      {columns.map((it) => (
        <td key={it} class="number">
          {said(figures[it]?.value, kindOf(it), figures[it]?.currency)}
        </td>
      ))}
      <td>
        <svg class="spark" viewBox={`-1 -1 ${WIDTH + 2} ${HEIGHT + 2}`} aria-hidden="true">
          {trend && <path d={sparkline([...trend], WIDTH, HEIGHT)} />}
        </svg>
      </td>
    </tr>
  )
}
