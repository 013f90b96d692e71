import { Card } from '../ui/Card'
import { Scrolling } from '../ui/Scrolling'
import { signedSaid, unitSaid, valueSaid } from './format'
import { type Judged, judged, placed } from './report'
import type { Check, Comparison, LabReport } from './types'
import { lab } from './words'

const MARK: Record<Judged, string> = { better: '▼', worse: '▲', same: '≈', unranked: '–' }

/** Each measure as it went, run again, and under the candidate, with how sure the difference is. */
export function Comparisons({ report }: { report: LabReport }) {
  const t = lab.value.report
  const checks = new Map(report.fidelity.checks.map((it) => [it.measure, it]))
  return (
    <Card title={t.comparison}>
      <Scrolling label={t.comparison}>
        <table class="table comparisons">
          <thead>
            <tr>
              <th scope="col">{t.measure}</th>
              <th scope="col" class="number">
                {t.recorded}
              </th>
              <th scope="col" class="number" title={report.baseline.version}>
                {report.baseline.version}
              </th>
              <th scope="col" class="number">
                {report.candidate.version}
              </th>
              <th scope="col" class="number">
                {t.difference}
              </th>
              <th scope="col" class="picture">
                {t.interval} <span aria-hidden="true">· {t.picture}</span>
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {report.comparison.map((row) => (
              <Row
                key={row.measure}
                row={row}
                check={checks.get(row.measure)}
                baseline={report.baseline.version}
                candidate={report.candidate.version}
              />
            ))}
          </tbody>
        </table>
      </Scrolling>
      <p class="quiet small">{t.comparisonHint(report.seeds)}</p>
    </Card>
  )
}

interface RowProps {
  row: Comparison
  check: Check | undefined
  baseline: string
  candidate: string
}

function Row({ row, check, baseline, candidate }: RowProps) {
  const t = lab.value.report
  const { measure } = row
  const how = judged(row.better)
  return (
    <tr class={how}>
      <th scope="row">
        <span class="term">{t.measures[measure]}</span>{' '}
        <span class="quiet small">{unitSaid(measure)}</span>
      </th>
      <td class="number quiet of-recorded">{valueSaid(measure, check?.recorded ?? null)}</td>
      <td class="number of-baseline" data-name={baseline}>
        {valueSaid(measure, row.baseline)}
      </td>
      <td class="number of-candidate" data-name={candidate}>
        {valueSaid(measure, row.candidate)}
      </td>
      <td class="number of-difference" data-name={t.difference}>
        <strong>{signedSaid(measure, row.difference)}</strong>
      </td>
      <td class="picture">
        <Interval row={row} />
      </td>
      <td class="of-verdict">
        <span class={`judged ${how}`}>
          <span aria-hidden="true">{MARK[how]}</span> {t.judged[how]}
        </span>
      </td>
    </tr>
  )
}

const percent = (place: number) => `${50 + place * 50}%`

function Interval({ row }: { row: Comparison }) {
  const t = lab.value.report
  const place = placed(row)
  if (!place) return null
  const [low, at, high] = [row.low, row.difference, row.high].map((it) =>
    signedSaid(row.measure, it),
  )
  return (
    <span class="interval">
      <span class="number small">{low}</span>
      <svg class={`interval-bar ${judged(row.better)}`} role="img">
        <title>{t.bar(at ?? '', low ?? '', high ?? '')}</title>
        <line class="zero" x1="50%" x2="50%" y1="0" y2="100%" />
        <rect
          x={percent(place.low)}
          width={`${(place.high - place.low) * 50}%`}
          y="6"
          height="8"
          rx="2"
        />
        <circle cx={percent(place.at)} cy="10" r="4" />
      </svg>
      <span class="number small">{high}</span>
    </span>
  )
}
