import { useSignal } from '@preact/signals'
import { Scrolling } from '../ui/Scrolling'
import { count } from '../words/format'
import { words } from '../words/words'
import type { Chart } from './chart'

const MOST_ROWS = 500

/** The same as a table, made when it is opened. */
export function ChartTable({
  label,
  chart,
  timeWord,
}: {
  label: string
  chart: Chart
  timeWord: string
}) {
  const open = useSignal(false)
  const t = words.value.charts
  return (
    <details
      class="as-table"
      onToggle={(event) => {
        open.value = event.currentTarget.open
      }}
    >
      <summary>
        {t.table}
        <span class="visually-hidden">: {label}</span>
      </summary>
      {open.value && <Rows label={label} chart={chart} timeWord={timeWord} />}
    </details>
  )
}

function Rows({ label, chart, timeWord }: { label: string; chart: Chart; timeWord: string }) {
  const { times, lines, bands, said } = chart
  const shown = times.slice(-MOST_ROWS)
  const skipped = times.length - shown.length
  return (
    <>
      <Scrolling label={label}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{timeWord}</th>
              {[...lines, ...bands].map((it) => (
                <th key={it.label} scope="col" class="number">
                  {it.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((at, row) => {
              const i = row + skipped
              return (
                <tr key={at}>
                  <th scope="row">{chart.timeSaid(at)}</th>
                  {lines.map((it) => (
                    <td key={it.label} class="number">
                      {said(it.values[i] ?? null)}
                    </td>
                  ))}
                  {bands.map((it) => (
                    <td key={it.label} class="number">
                      {said(it.low[i] ?? null)} – {said(it.high[i] ?? null)}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scrolling>
      {skipped > 0 && (
        <p class="quiet small">
          {words.value.charts.lastRows(count(MOST_ROWS), count(times.length))}
        </p>
      )}
    </>
  )
}
