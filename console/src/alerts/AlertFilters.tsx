import type { AlertKind } from '../api/types'
import { alerts } from '../live/alerts'
import { count } from '../words/format'
import { words } from '../words/words'
import { me } from './said'
import { belongs, GROUPS, type Group, KINDS } from './select'

interface Props {
  group: Group
  kind: AlertKind | null
  choose: (group: Group) => void
  chooseKind: (kind: AlertKind) => void
}

export function AlertFilters({ group, kind, choose, chooseKind }: Props) {
  const t = words.value.alerts
  const all = alerts.value ?? []
  const within = (of: Group) =>
    of === 'over' ? null : count(all.filter((it) => belongs(it, of, me())).length)
  return (
    <div class="filters">
      <div class="tabs" role="group" aria-label={t.group}>
        {GROUPS.map((it) => (
          <button type="button" key={it} aria-pressed={group === it} onClick={() => choose(it)}>
            {t.groups[it]} {within(it) !== null && <span class="count">{within(it)}</span>}
          </button>
        ))}
      </div>
      <div class="chips" role="group" aria-label={t.kindsLabel}>
        {KINDS.map((it) => (
          <button
            type="button"
            class="chip"
            key={it}
            aria-pressed={kind === it}
            onClick={() => chooseKind(it)}
          >
            {t.kinds[it]}
          </button>
        ))}
      </div>
    </div>
  )
}
