import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Problem } from '../api/problem'
import { paint } from '../map/colours'
import { Failure, Loading } from '../ui/states'
import { ChartTable } from './ChartTable'
import { type Chart, moved, toldOf } from './chart'
import './charts.css'
import type { uPlot } from './plot'

interface Props {
  label: string
  chart: Chart
  height?: number
  /** What the times of the table are called. */
  timeWord: string
}

/** Values over time: to be looked at, walked through by keys, and read as a table. */
export function TimeChart({ label, chart, height = 190, timeWord }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const drawn = useRef<uPlot | null>(null)
  const at = useSignal<number | null>(null)
  const state = useSignal<'opening' | 'open' | 'failed'>('opening')
  const turn = useSignal(0)
  useEffect(() => {
    const life: (() => void)[] = []
    at.value = null
    if (state.peek() === 'failed') state.value = 'opening'
    const open = ({ plot }: typeof import('./plot')) => {
      const place = element.current
      if (!place || life.length > 0) return
      state.value = 'open'
      const draw = () => {
        drawn.current?.destroy()
        drawn.current = plot(place, chart, { width: place.clientWidth, height }, (index) => {
          at.value = index
        })
      }
      const watch = new ResizeObserver(() => {
        drawn.current?.setSize({ width: place.clientWidth, height })
      })
      watch.observe(place)
      life.push(paint(draw), () => watch.disconnect())
    }
    import('./plot').then(open, () => {
      state.value = 'failed'
    })
    return () => {
      for (const end of life.splice(0)) end()
      life.push(() => undefined)
      drawn.current?.destroy()
      drawn.current = null
    }
  }, [chart, height, turn.value])

  function walk(event: KeyboardEvent) {
    const to = moved(event.key, at.value, chart.times.length)
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    at.value = to
    const u = drawn.current
    const left = to === null ? -10 : (u?.valToPos((chart.times[to] ?? 0) / 1000, 'x') ?? -10)
    u?.setCursor({ left, top: 10 }, false)
  }

  const told = at.value === null ? '' : toldOf(chart, at.value)
  return (
    <figure class="chart">
      <Legend chart={chart} at={at.value} />
      <div
        ref={element}
        class="plot"
        style={{ height: `${height}px` }}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, chart.times.length - 1)}
        aria-valuenow={at.value ?? 0}
        aria-valuetext={told || label}
        onKeyDown={walk}
      >
        {state.value === 'opening' && <Loading lines={3} />}
      </div>
      {state.value === 'failed' && (
        <Failure failure={Problem.offline()} retry={() => turn.value++} />
      )}
      <ChartTable label={label} chart={chart} timeWord={timeWord} />
    </figure>
  )
}

/** What the colours mean, and the values under the pointer. */
function Legend({ chart, at }: { chart: Chart; at: number | null }) {
  const value = (values: readonly (number | null)[]) =>
    at === null ? null : chart.said(values[at] ?? null)
  return (
    <ul class="legend chart-legend" aria-hidden="true">
      {chart.lines.map((it) => (
        <li key={it.label} class={`hue-${it.hue} ${it.how ?? 'line'}`}>
          {it.label} <b>{value(it.values)}</b>
        </li>
      ))}
      {chart.bands.map((it) => (
        <li key={it.label} class={`hue-${it.hue} band`}>
          {it.label} <b>{at !== null && `${value(it.low) ?? ''} – ${value(it.high) ?? ''}`}</b>
        </li>
      ))}
      <li class="when">{at !== null && chart.timeSaid(chart.times[at] ?? 0)}</li>
    </ul>
  )
}
