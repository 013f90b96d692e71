import { Card } from '../ui/Card'
import { Scrolling } from '../ui/Scrolling'
import { decimal } from '../words/format'
import { unitSaid, valueSaid } from './format'
import { deviation } from './report'
import type { Check, LabReport } from './types'
import { lab } from './words'

/** How near the re-runs of the live policy come to what happened. */
export function Fidelity({ report }: { report: LabReport }) {
  const t = lab.value.report
  const { fidelity } = report
  const { correlation, leastCorrelation, sameCourier } = fidelity
  const close = correlation !== null && correlation >= leastCorrelation
  return (
    <Card
      title={t.fidelity}
      aside={
        <span class={`badge ${fidelity.good ? 'good' : 'bad'}`}>
          {fidelity.good ? t.within : t.beyond}
        </span>
      }
    >
      <p class="quiet small">{t.fidelityHint(report.live.version, report.seeds)}</p>
      <Scrolling label={t.fidelity}>
        <table class="table fidelity">
          <thead>
            <tr>
              <th scope="col">{t.measure}</th>
              <th scope="col" class="number">
                {t.recorded}
              </th>
              <th scope="col" class="number">
                {t.rerun}
              </th>
              <th scope="col" class="picture">
                ± {t.tolerance}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {fidelity.checks.map((check) => (
              <Row key={check.measure} check={check} />
            ))}
            <tr>
              <th scope="row">
                <span class="term">{t.correlation}</span>
                <span class="meaning">{t.correlationHint(decimal(leastCorrelation, 2))}</span>
              </th>
              <td />
              <td class="number">
                {correlation === null ? '–' : `r = ${decimal(correlation, 2)}`}
              </td>
              <td />
              <td>
                <span class={`judged ${close ? 'within' : 'worse'}`}>
                  {close ? t.within : t.beyond}
                </span>
              </td>
            </tr>
            <tr>
              <th scope="row">
                <span class="term">{t.sameCourier}</span>
                <span class="meaning">{t.sameCourierHint}</span>
              </th>
              <td />
              <td class="number">{decimal(sameCourier * 100, 0)} %</td>
              <td />
              <td />
            </tr>
          </tbody>
        </table>
      </Scrolling>
    </Card>
  )
}

function Row({ check }: { check: Check }) {
  const t = lab.value.report
  const { measure, recorded, rerun, tolerance, good, key } = check
  const known = recorded !== null && rerun !== null
  return (
    <tr>
      <th scope="row">
        <span class="term">{t.measures[measure]}</span>{' '}
        <span class="quiet small">{unitSaid(measure)}</span>
      </th>
      <td class="number">{valueSaid(measure, recorded)}</td>
      <td class="number">{valueSaid(measure, rerun)}</td>
      <td class="picture">
        <Band check={check} said={`± ${valueSaid(measure, tolerance)}`} />
      </td>
      <td>
        <span class={`judged ${good ? 'within' : 'worse'}`}>
          {!known ? t.unknown : good ? t.within : key ? t.beyond : t.beyondThis}
        </span>
      </td>
    </tr>
  )
}

const WIDEST = 1.6
const percent = (place: number) => `${50 + (place / WIDEST) * 50}%`

function Band({ check, said }: { check: Check; said: string }) {
  const at = deviation(check)
  return (
    <span class="interval">
      <svg class={`band-bar ${check.good ? 'good' : 'bad'}`} role="img" aria-label={said}>
        <rect x={percent(-1)} width={`${100 / WIDEST}%`} y="3" height="14" rx="2" />
        <line class="zero" x1="50%" x2="50%" y1="0" y2="100%" />
        {at !== null && <circle cx={percent(at)} cy="10" r="4" />}
      </svg>
      <span class="number small quiet">{said}</span>
    </span>
  )
}
