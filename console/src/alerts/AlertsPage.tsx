import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useResource } from '../api/resource'
import type { Alert, AlertKind, AlertPage } from '../api/types'
import { alerts, alertsFailure, followAlerts, heard, readAlerts } from '../live/alerts'
import { ask, query } from '../shell/address'
import { Scrolling } from '../ui/Scrolling'
import { Empty, Failure, Loading, Show } from '../ui/states'
import { words } from '../words/words'
import { AlertFilters } from './AlertFilters'
import { type Action, AlertTable } from './AlertTable'
import { Release, Take } from './Dialogs'
import { me } from './said'
import { GROUPS, type Group, KINDS, select } from './select'
import { Thresholds } from './Thresholds'
import { useAlertKeys } from './useAlertKeys'

export function AlertsPage() {
  useEffect(followAlerts, [])
  const t = words.value.alerts
  const group = GROUPS.find((it) => it === query.value.get('group')) ?? 'open'
  const kind = KINDS.find((it) => it === query.value.get('kind')) ?? null
  const choose = (next: Group) => ask({ group: next === 'open' ? null : next })
  const chooseKind = (next: AlertKind) => ask({ kind: next === kind ? null : next })
  return (
    <div class="page">
      <h1 tabIndex={-1}>{t.title}</h1>
      <AlertFilters group={group} kind={kind} choose={choose} chooseKind={chooseKind} />
      {alertsFailure.value !== null && (
        <Failure failure={alertsFailure.value} retry={() => void readAlerts()} />
      )}
      {group === 'over' ? <Over kind={kind} /> : <Open group={group} kind={kind} />}
      <Thresholds />
    </div>
  )
}

function Open({ group, kind }: { group: Exclude<Group, 'over'>; kind: AlertKind | null }) {
  const t = words.value.alerts
  const open = useSignal<{ alert: Alert; action: Action } | null>(null)
  const act = (alert: Alert, action: Action) => {
    open.value = { alert, action }
  }
  const shown = select(alerts.value ?? [], group, kind, me())
  const current = useAlertKeys(shown, act)
  const close = () => {
    open.value = null
  }
  if (alerts.value === null) return alertsFailure.value === null ? <Loading lines={5} /> : null
  return (
    <section class="card sheet" aria-label={t.title}>
      {shown.length ? (
        <Scrolling label={t.title}>
          <AlertTable alerts={shown} current={current} act={act} />
        </Scrolling>
      ) : (
        <Empty>{alerts.value.length ? t.noneFound : t.none}</Empty>
      )}
      {open.value?.action === 'take' && <Take alert={open.value.alert} close={close} />}
      {open.value?.action === 'release' && <Release alert={open.value.alert} close={close} />}
    </section>
  )
}

function Over({ kind }: { kind: AlertKind | null }) {
  const t = words.value.alerts
  const only = kind === null ? '' : `&kind=${kind}`
  const found = useResource<AlertPage>(`/v1/alerts?state=over&limit=100${only}`)
  const news = heard.value
  useEffect(() => void (news && found.reload()), [news, found])
  return (
    <section class="card sheet" aria-label={t.groups.over}>
      <Show of={found}>
        {(page) =>
          page.alerts.length ? (
            <Scrolling label={t.groups.over}>
              <AlertTable alerts={page.alerts} over />
            </Scrolling>
          ) : (
            <Empty>{t.noneOver}</Empty>
          )
        }
      </Show>
    </section>
  )
}
