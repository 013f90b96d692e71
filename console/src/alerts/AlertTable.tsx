import type { Alert } from '../api/types'
import { isLive } from '../live/moment'
import { may } from '../session/session'
import { Button } from '../ui/Button'
import { Clock } from '../ui/Time'
import { words } from '../words/words'
import { Age, measured, Subject, spoken, who } from './said'

export type Action = 'take' | 'release'

interface Props {
  alerts: readonly Alert[]
  over?: boolean
  current?: string | null
  act?: (alert: Alert, action: Action) => void
}

export function AlertTable({ alerts, over = false, current = null, act }: Props) {
  const { columns } = words.value.alerts
  const acts = act !== undefined && may('alerts:take') && isLive.value
  return (
    <table class={`table alerts ${over ? 'over' : ''}`}>
      <thead>
        <tr>
          <th scope="col">{columns.kind}</th>
          <th scope="col">{columns.subject}</th>
          <th scope="col" class="number">
            {columns.value}
          </th>
          <th scope="col" class="number since">
            {over ? columns.ended : columns.since}
          </th>
          <th scope="col">{columns.taken}</th>
          {acts && (
            <th scope="col">
              <span class="visually-hidden">{columns.actions}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {alerts.map((alert) => (
          <tr
            key={alert.alertId}
            id={`alert-${alert.alertId}`}
            class={`${alert.state} ${current === alert.alertId ? 'current' : ''}`}
            aria-current={current === alert.alertId ? 'true' : undefined}
          >
            <th scope="row">
              <What alert={alert} />
            </th>
            <td class="subject">
              <Subject alert={alert} />
            </td>
            <td class="number value">
              <Value alert={alert} />
            </td>
            <td class="number since">
              {over && alert.endedAt ? <Clock at={alert.endedAt} /> : <Age at={alert.since} />}
            </td>
            <td class="taken">
              <Taken alert={alert} />
            </td>
            {acts && (
              <td class="act">
                <Act alert={alert} act={act} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function What({ alert }: { alert: Alert }) {
  const t = words.value.alerts
  return (
    <span class="what" title={t.says[alert.kind]}>
      <span class="light" aria-hidden="true" />
      {t.kinds[alert.kind]}
      {alert.times > 1 && <small class="quiet"> {t.times(alert.times)}</small>}
    </span>
  )
}

function Value({ alert }: { alert: Alert }) {
  const t = words.value.alerts
  return (
    <>
      <strong>{measured(alert.value, alert.unit)}</strong>{' '}
      <small class="quiet">{t.above(measured(alert.threshold, alert.unit))}</small>
    </>
  )
}

function Taken({ alert }: { alert: Alert }) {
  const t = words.value.alerts
  return (
    <>
      {alert.takenBy === null ? (
        <span class="quiet nobody">{t.nobody}</span>
      ) : (
        <span title={alert.takenBy}>{who(alert.takenBy)}</span>
      )}
      {alert.takenAt && (
        <small class="quiet">
          {' '}
          <Clock at={alert.takenAt} />
        </small>
      )}
      {alert.note && <small class="said">{alert.note}</small>}
      {alert.endedBecause && <small class="quiet said">{t[alert.endedBecause]}</small>}
    </>
  )
}

function Act({ alert, act }: { alert: Alert; act: NonNullable<Props['act']> }) {
  const t = words.value.alerts
  const action = alert.state === 'standing' ? 'take' : 'release'
  return (
    <Button label={`${t[action]}: ${spoken(alert)}`} onClick={() => act(alert, action)}>
      {t[action]}
    </Button>
  )
}
