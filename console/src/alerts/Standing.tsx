import { useSignal } from '@preact/signals'
import type { Alert, AlertSubject } from '../api/types'
import { about } from '../live/alerts'
import { isLive } from '../live/moment'
import { may } from '../session/session'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { words } from '../words/words'
import { Take } from './Dialogs'
import { measured, who } from './said'

/** What stands about the order or the courier of a page. */
export function Standing({ about: kind, subject }: { about: AlertSubject; subject: string }) {
  const t = words.value.alerts
  const open = useSignal<Alert | null>(null)
  const found = may('alerts:follow') && isLive.value ? about(kind, subject) : []
  return (
    <>
      {found.length > 0 && (
        <ul class="marks" aria-label={t.marks}>
          {found.map((alert) => (
            <li key={alert.alertId} class={alert.state}>
              <Icon name="bell" />
              <strong>{t.kinds[alert.kind]}</strong>
              <span>
                {measured(alert.value, alert.unit)}{' '}
                <span class="quiet">{t.above(measured(alert.threshold, alert.unit))}</span>
              </span>
              <span class="spread" />
              <Taker alert={alert} take={() => (open.value = alert)} />
            </li>
          ))}
        </ul>
      )}
      {open.value && <Take alert={open.value} close={() => (open.value = null)} />}
    </>
  )
}

function Taker({ alert, take }: { alert: Alert; take: () => void }) {
  const t = words.value.alerts
  if (alert.takenBy !== null)
    return (
      <span>
        <span class="quiet">{t.columns.taken}</span> {who(alert.takenBy)}
      </span>
    )
  return may('alerts:take') ? <Button onClick={take}>{t.take}</Button> : null
}
