import { Card } from '../ui/Card'
import { Scrolling } from '../ui/Scrolling'
import { count, decimal } from '../words/format'
import { type Calibration, placeOn, type Scale, scaleOf } from './parts'
import { analytics } from './words'

/** Whether promises hold, by kind, source and how far ahead they were made. */
export function Calibrations({ calibration }: { calibration: readonly Calibration[] }) {
  const t = analytics.value.promises
  if (calibration.length === 0) return null
  const scale = scaleOf(calibration.flatMap((it) => [it.p10, it.p90]))
  return (
    <Card title={t.calibration}>
      <p class="quiet small">{t.calibrationHint}</p>
      <Scrolling label={t.calibration}>
        <table class="table calibration">
          <thead>
            <tr>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.ahead}</th>
              <th scope="col" class="number">
                {t.promises}
              </th>
              <th scope="col" class="number">
                {t.bias}
              </th>
              <th scope="col" class="number">
                {t.absolute}
              </th>
              <th scope="col" class="wide">
                {t.errors} <span aria-hidden="true">· {t.sooner}</span>
              </th>
              <th scope="col" class="number">
                {t.within5}
              </th>
            </tr>
          </thead>
          <tbody>
            {calibration.map((it) => (
              <Row key={`${it.kind} ${it.source} ${it.fromMinutes}`} of={it} scale={scale} />
            ))}
          </tbody>
        </table>
      </Scrolling>
    </Card>
  )
}

const said = (seconds: number) => {
  const minutes = decimal(Math.abs(seconds) / 60)
  const sign = /[1-9]/.test(minutes) ? (seconds < 0 ? '−' : '+') : ''
  return `${sign}${minutes}`
}

function Row({ of, scale }: { of: Calibration; scale: Scale }) {
  const t = analytics.value.promises
  const { kind, source, fromMinutes, toMinutes, p10, p50, p90 } = of
  const [low, high] = [placeOn(p10, scale), placeOn(p90, scale)]
  const zero = `${placeOn(0, scale)}%`
  return (
    <tr>
      <th scope="row">
        <span class="term">{t.kinds[kind]}</span>{' '}
        <span class="quiet small">{t.sources[source]}</span>
      </th>
      <td>
        {toMinutes === null
          ? t.beyond(count(fromMinutes))
          : t.minutes(count(fromMinutes), count(toMinutes))}
      </td>
      <td class="number">{count(of.promises)}</td>
      <td class="number">{said(of.bias)} min</td>
      <td class="number">{decimal(of.meanAbsoluteError / 60)} min</td>
      <td class="wide">
        <span class="range">
          <svg class="range-bar" role="img">
            <title>{`${said(p10)} … ${said(p50)} … ${said(p90)} min`}</title>
            <line class="zero" x1={zero} x2={zero} y1="0" y2="100%" />
            <rect x={`${low}%`} width={`${Math.max(high - low, 0.5)}%`} y="6" height="8" rx="2" />
            <circle cx={`${placeOn(p50, scale)}%`} cy="10" r="4" />
          </svg>
          <span class="small quiet">{`${said(p10)} – ${said(p90)}`}</span>
        </span>
      </td>
      <td class="number">{decimal(of.within5Minutes * 100, 0)} %</td>
    </tr>
  )
}
