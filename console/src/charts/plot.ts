import 'uplot/dist/uPlot.min.css'
import uPlot from 'uplot'
import { colour } from '../map/colours'
import type { Chart, Line } from './chart'

export type { uPlot }

const FONT = '11px system-ui, sans-serif'
const LEFT = 52
const BOTTOM = 34
const COUNTS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7].flatMap((it) => [it, 2 * it, 5 * it])
const DAY_MS = 86_400_000
const TIGHTEST = 64
const TIGHTEST_DAYS = 88

/** Draws a chart on a canvas, in the colours of the page as they are now. */
export function plot(
  element: HTMLElement,
  chart: Chart,
  size: { width: number; height: number },
  point: (index: number | null) => void,
): uPlot {
  const options: uPlot.Options = {
    ...size,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { size: 7 }, drag: { x: false, y: false } },
    tzDate: (at) => uPlot.tzDate(new Date(at * 1000), chart.timeZone),
    scales: { x: { range: (_, low, high) => across(chart, low, high) }, y: { range: upwards } },
    axes: axesOf(chart),
    series: [{}, ...chart.lines.map(seriesOf), ...chart.bands.flatMap(() => [edge(), edge()])],
    bands: chart.bands.map((band, i) => ({
      series: [chart.lines.length + 2 + 2 * i, chart.lines.length + 1 + 2 * i],
      fill: faint(`--hue-${band.hue}`, band.outer ? 0.12 : 0.2),
    })),
    hooks: { setCursor: [(u) => point(u.cursor.idx ?? null)] },
  }
  return new uPlot(options, dataOf(chart), element)
}

/** A bar, and a piece that stands alone, reach to where the piece ends. */
function across(chart: Chart, low: number, high: number): [number, number] {
  const bars = chart.lines.some((it) => it.how === 'bars')
  return bars || low === high ? [low, high + chart.stepMs / 1000] : [low, high]
}

function upwards(_: uPlot, low: number | null, high: number | null): [number, number] {
  const [least, most] = [Math.min(0, low ?? 0), high ?? 0]
  return [least * 1.06, most > least ? most + (most - least) * 0.06 : least + 1]
}

function dataOf(chart: Chart): uPlot.AlignedData {
  const scaled = (values: readonly (number | null)[]) =>
    values.map((it) => (it === null ? null : it / chart.per))
  return [
    chart.times.map((it) => it / 1000),
    ...chart.lines.map((it) => scaled(it.values)),
    ...chart.bands.flatMap((it) => [scaled(it.low), scaled(it.high)]),
  ]
}

function seriesOf(line: Line): uPlot.Series {
  const stroke = colour(`--hue-${line.hue}`)
  switch (line.how ?? 'line') {
    case 'bars':
      return {
        stroke,
        fill: faint(`--hue-${line.hue}`, 0.45),
        width: 1,
        points: { show: false },
        ...bars(),
      }
    case 'points':
      return { stroke, paths: () => null, points: { show: true, size: 9, width: 2, stroke } }
    case 'dashed':
      return { stroke, width: 1.5, dash: [5, 4], points: { show: false } }
    case 'line':
      return { stroke, width: 1.75 }
  }
}

function bars() {
  const make = uPlot.paths.bars
  return make ? { paths: make({ size: [0.78, 48], align: 1 }) } : {}
}

const edge = (): uPlot.Series => ({ width: 0, points: { show: false } })

function faint(token: string, opacity: number) {
  const shade = Math.round(opacity * 255).toString(16)
  return `${colour(token)}${shade.padStart(2, '0')}`
}

function axesOf(chart: Chart): uPlot.Axis[] {
  const stroke = colour('--quiet')
  const grid = { stroke: colour('--line'), width: 1 }
  const look = { stroke, font: FONT, ticks: { show: false } }
  return [
    {
      ...look,
      grid: { show: false },
      size: BOTTOM,
      space: chart.stepMs < DAY_MS ? TIGHTEST : TIGHTEST_DAYS,
      values: (_, splits, __, ___, increment) => {
        let day = ''
        return splits.map((at) => {
          const [hour, date] = [chart.hourSaid(at * 1000), chart.daySaid(at * 1000)]
          const isNew = date !== day
          day = date
          return increment >= 86_400 ? date : isNew ? `${hour}\n${date}` : hour
        })
      },
    },
    {
      ...look,
      grid,
      size: LEFT,
      ...(chart.whole ? { incrs: COUNTS } : {}),
      values: (_, splits) => splits.map((it) => chart.axisSaid(it * chart.per)),
    },
  ]
}
