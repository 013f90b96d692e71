import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { alerts, followAlerts, untaken } from '../live/alerts'
import { may } from '../session/session'
import { href } from '../shell/address'
import { Icon } from '../ui/Icon'
import { count } from '../words/format'
import { words } from '../words/words'
import { spoken } from './said'
import { nameOf, news } from './select'

const MOST_SHOWN = 99

/** How many alerts nobody has taken. New ones are told to screen readers when they have time. */
export function Bell() {
  return may('alerts:follow') ? <Ringing /> : null
}

function Ringing() {
  useEffect(followAlerts, [])
  const t = words.value.alerts
  const open = untaken.value.length
  const label = open ? t.bell(count(open)) : t.bellNone
  return (
    <>
      <a
        class={`tool bell ${open ? 'rings' : ''}`}
        href={href('/alerts')}
        aria-label={label}
        title={label}
      >
        <Icon name="bell" />
        {open > 0 && (
          <span class="number" aria-hidden="true">
            {open > MOST_SHOWN ? `${MOST_SHOWN}+` : open}
          </span>
        )}
      </a>
      <Announced />
    </>
  )
}

function Announced() {
  const before = useRef<ReadonlySet<string> | null>(null)
  const said = useSignal('')
  const now = alerts.value
  useEffect(() => {
    if (now === null) return
    const fresh = news(before.current, now)
    const last = fresh[0]
    if (last) said.value = words.peek().alerts.raised(fresh.length, spoken(last))
    before.current = new Set(now.map(nameOf))
  }, [now, said])
  return (
    <span class="visually-hidden" role="status">
      {said}
    </span>
  )
}
