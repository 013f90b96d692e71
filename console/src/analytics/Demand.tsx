import { computed, type ReadonlySignal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useResource } from '../api/resource'
import { BaseMap, type MapLibre } from '../map/BaseMap'
import { Card } from '../ui/Card'
import { Download } from '../ui/Download'
import { Icon } from '../ui/Icon'
import { Empty, Failure, Loading } from '../ui/states'
import { count, decimal } from '../words/format'
import {
  type CellDemand,
  type DayDemand,
  dayOf,
  demandAt,
  opacityOf,
  stepsOf,
  strength,
} from './cells'
import type { Figure } from './figures'
import { cellSaid, daySaid, hourSaid } from './format'
import type { Shown } from './hexagons'
import { type Figures, seriesPath } from './Overview'
import { type Span, startsOf } from './span'
import { analytics } from './words'
import { piecesOf, startOfDay } from './zone'

const STEP_MS = 900

/** What was asked for where, hour by hour. */
export function Demand({ span }: { span: Span }) {
  const t = analytics.value.demand
  const days = piecesOf(span.from, span.to, 'day', span.timeZone)
  const chosen = useSignal<number | null>(null)
  const day = Math.min(chosen.value ?? days.length - 1, days.length - 1)
  const from = days[day] ?? span.from
  const to = Math.min(span.to, startOfDay(from, span.timeZone, 1))
  const of: Span = { ...span, from, to, bucket: 'hour' }
  const path = seriesPath('orders', of, 'cell')
  return (
    <Card
      title={t.title}
      kind="demand"
      aside={
        <>
          <span class="quiet small">{t.hint}</span>
          <span class="spread" />
          <Download path={path} type="text/csv" name="demand.csv">
            {analytics.value.csv}
          </Download>
        </>
      }
    >
      <Read path={path} span={of}>
        <label class="inline-field">
          <span>{t.day}</span>
          <select
            value={String(day)}
            onChange={(event) => {
              chosen.value = Number(event.currentTarget.value)
            }}
          >
            {days.map((it, i) => (
              <option key={it} value={String(i)}>
                {daySaid(it, span.timeZone)}
              </option>
            ))}
          </select>
        </label>
      </Read>
    </Card>
  )
}

interface ReadProps {
  path: string
  span: Span
  /** To choose the day by. */
  children: ComponentChildren
}

/** While another day is read, the one before stays. */
function Read({ path, span, children }: ReadProps) {
  const found = useResource<Figures>(path)
  const last = useRef<{ figures: readonly Figure[]; span: Span } | null>(null)
  const read = found.value.value
  if (read) last.current = { figures: read.figures, span }
  const failure = found.failure.value
  return (
    <>
      {failure !== null && <Failure failure={failure} retry={() => void found.reload()} />}
      {!last.current && failure === null && <Loading lines={8} />}
      {last.current && <Hours {...last.current}>{children}</Hours>}
    </>
  )
}

interface HoursProps {
  figures: readonly Figure[]
  span: Span
  children: ComponentChildren
}

function Hours({ figures, span, children }: HoursProps) {
  const t = analytics.value.demand
  const day = useMemo(() => dayOf(figures, startsOf(span)), [figures])
  const hour = useSignal<number | null>(null)
  const playing = useSignal(false)
  const kept = useSignal(day)
  useEffect(() => {
    kept.value = day
    hour.value = null
    playing.value = false
  }, [day])
  const shown = useMemo(
    () =>
      computed<Shown>(() => ({
        cells: demandAt(kept.value, hour.value),
        most: hour.value === null ? kept.value.mostInADay : kept.value.mostInAnHour,
      })),
    [],
  )
  useEffect(() => {
    if (!playing.value) return
    const timer = setInterval(() => {
      hour.value = ((hour.peek() ?? -1) + 1) % Math.max(1, kept.peek().hours.length)
    }, STEP_MS)
    return () => clearInterval(timer)
  }, [playing.value])
  if (day.cells.size === 0) {
    return (
      <>
        {children}
        <Empty>{t.noneDay}</Empty>
      </>
    )
  }
  return (
    <>
      <div class="demand-tools">
        {children}
        <Slider day={day} hour={hour} playing={playing} timeZone={span.timeZone} />
      </div>
      <div class="demand-map">
        <Hexagons shown={shown} />
        <List {...shown.value} />
      </div>
      <Legend most={shown.value.most} whole={hour.value === null} />
    </>
  )
}

interface SliderProps {
  day: DayDemand
  hour: { value: number | null }
  playing: { value: boolean }
  timeZone: string
}

function Slider({ day, hour, playing, timeZone }: SliderProps) {
  const t = analytics.value.demand
  const at = hour.value === null ? null : (day.hours[hour.value] ?? null)
  const said = at === null ? t.whole : hourSaid(at, timeZone)
  return (
    <div class="hour-slider">
      <button
        type="button"
        class="tool"
        aria-label={playing.value ? t.pause : t.play}
        title={playing.value ? t.pause : t.play}
        aria-pressed={playing.value}
        onClick={() => {
          playing.value = !playing.value
        }}
      >
        <Icon name={playing.value ? 'pause' : 'play'} />
      </button>
      <input
        type="range"
        min={0}
        max={Math.max(0, day.hours.length - 1)}
        value={hour.value ?? 0}
        aria-label={t.hour}
        aria-valuetext={said}
        onInput={(event) => {
          playing.value = false
          hour.value = Number(event.currentTarget.value)
        }}
      />
      <output>{at !== null && said}</output>
      <button
        type="button"
        class="chip"
        aria-pressed={hour.value === null}
        onClick={() => {
          playing.value = false
          hour.value = null
        }}
      >
        {t.whole}
      </button>
    </div>
  )
}

function Hexagons({ shown }: { shown: ReadonlySignal<Shown> }) {
  const draw = (map: MapLibre) => {
    let undo: (() => void) | null = null
    let over = false
    void import('./hexagons').then(({ drawHexagons }) => {
      if (!over) undo = drawHexagons(map, shown)
    })
    return () => {
      over = true
      undo?.()
    }
  }
  return <BaseMap label={analytics.value.demand.map} keep="demand" draw={draw} />
}

function List({ cells, most }: Shown) {
  const t = analytics.value.demand
  const all = cells.reduce((sum, it) => sum + it.orders, 0)
  if (cells.length === 0) return <Empty>{t.none}</Empty>
  return (
    <div class="demand-list">
      <p class="quiet small" role="status">
        {t.count(count(all), count(cells.length))}
      </p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t.cell}</th>
            <th scope="col" class="number">
              {t.legend}
            </th>
            <th scope="col" class="number">
              {t.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map((it) => (
            <Row key={it.cell} of={it} all={all} most={most} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ of, all, most }: { of: CellDemand; all: number; most: number }) {
  return (
    <tr>
      <th scope="row" title={of.cell}>
        <span
          class="swatch"
          aria-hidden="true"
          style={{ opacity: opacityOf(strength(of.orders, most)) }}
        />
        <code>{cellSaid(of.cell)}</code>
      </th>
      <td class="number">{count(of.orders)}</td>
      <td class="number">{decimal((of.orders / all) * 100, 0)} %</td>
    </tr>
  )
}

function Legend({ most, whole }: { most: number; whole: boolean }) {
  const t = analytics.value.demand
  return (
    <div class="demand-legend">
      <span class="quiet small">{t.legend}</span>
      <ul>
        {stepsOf(most).map((it) => (
          <li key={it}>
            <span
              class="swatch"
              aria-hidden="true"
              style={{ opacity: opacityOf(strength(it, most)) }}
            />
            {count(it)}
          </li>
        ))}
      </ul>
      {!whole && <span class="quiet small">{t.most}</span>}
    </div>
  )
}
