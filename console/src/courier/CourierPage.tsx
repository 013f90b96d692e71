import { useEffect } from 'preact/hooks'
import { Standing } from '../alerts/Standing'
import { useResource } from '../api/resource'
import type { Assignment, Courier } from '../api/types'
import { useNowOrThen } from '../live/asItWas'
import { isClockKnown } from '../live/clock'
import { stream } from '../live/line'
import { isLive } from '../live/moment'
import { may } from '../session/session'
import { Back } from '../ui/Back'
import { Card } from '../ui/Card'
import { Facts } from '../ui/Facts'
import { Show } from '../ui/states'
import { brief, money } from '../words/format'
import { words } from '../words/words'
import { Carried } from './Carried'
import { Earnings } from './Earnings'
import { Offers } from './Offers'
import { Trail } from './Trail'
import { Trips, TripsThen } from './Trips'
import { courierThen } from './then'

const SETTLED_MS = 250

export function CourierPage({ id = '' }: { id?: string }) {
  const t = words.value.courier
  const at = `/v1/couriers/${encodeURIComponent(id)}`
  const now = useResource<Courier>(at)
  const courier = useNowOrThen<Courier>(now, 'courier', id, courierThen)
  const assignments = useResource<{ assignments: Assignment[] }>(`${at}/assignments`)
  useFacts(id, () => {
    void now.reload()
    void assignments.reload()
  })
  const shown = courier.value.value
  return (
    <div class="page">
      <Back to="/couriers">{t.back}</Back>
      <div class="title">
        <h1 tabIndex={-1} title={id}>
          {t.title(shown?.fullName ?? brief(id))}
        </h1>
        {shown && (
          <span class={`badge ${shown.duty === 'on_shift' ? 'good' : ''}`} role="status">
            {words.value.couriers.duty[shown.duty]}
          </span>
        )}
      </div>
      <Standing about="courier" subject={id} />
      <div class="columns">
        <div class="column">
          <Card title={t.facts}>
            <Show of={courier}>{(it) => <CourierFacts courier={it} />}</Show>
          </Card>
          <Card title={t.trip}>
            {isLive.value ? (
              <Show of={assignments}>{(it) => <Trips trips={it.assignments} />}</Show>
            ) : (
              shown && <TripsThen courier={shown} />
            )}
          </Card>
          {may('whereabouts:read') && isClockKnown.value && <Trail courierId={id} />}
          {isLive.value && <Carried courierId={id} />}
        </div>
        <div class="column">
          <Offers courierId={id} />
          {may('ledger:read') && isClockKnown.value && <Earnings courierId={id} />}
        </div>
      </div>
    </div>
  )
}

function CourierFacts({ courier }: { courier: Courier }) {
  const t = words.value.courier
  return (
    <Facts
      of={[
        [t.name, courier.fullName],
        [t.phone, courier.phone && <a href={`tel:${courier.phone}`}>{courier.phone}</a>],
        [t.vehicle, words.value.couriers.vehicles[courier.vehicle]],
        [t.plate, courier.licensePlate],
        [t.capacity, courier.capacity],
        [t.delivered, courier.delivered],
        [t.cashInHand, courier.cashInHand.map(money).join(' + ')],
        ['', courier.cashLimitReached && <span class="warn">{t.cashLimit}</span>],
      ]}
    />
  )
}

/** Reads again when something has happened; a little later, as views follow the facts. */
function useFacts(courierId: string, reload: () => void) {
  useEffect(() => {
    let timer = 0
    const soon = () => {
      clearTimeout(timer)
      timer = window.setTimeout(reload, SETTLED_MS)
    }
    const take = ({ type }: { type: string }) => type === 'assignment' && soon()
    const leave = stream.follow(`courier:${courierId}`, { take, gap: soon })
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [courierId])
}
