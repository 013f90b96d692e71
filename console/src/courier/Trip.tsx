import type { Assignment } from '../api/types'
import { OrderLink } from '../ui/Ids'
import { Clock } from '../ui/Time'
import { named, words } from '../words/words'

export function Trip({ trip }: { trip: Assignment }) {
  const t = words.value.courier
  return (
    <div class="stack">
      <p>
        <span class="badge good">{named(t.states, trip.state)}</span>{' '}
        <Clock at={trip.answeredAt ?? trip.offeredAt} />
      </p>
      <ol class="stops">
        {trip.stops.map((stop) => (
          <li
            key={`${stop.kind} ${stop.orderId} ${stop.withdrawn}`}
            class={stop.doneAt || stop.withdrawn ? 'done' : ''}
          >
            <span>{t.stop[stop.kind]}</span>
            <span>
              <OrderLink id={stop.orderId} />{' '}
              <span class="quiet">{stop.withdrawn ? t.withdrawn : stop.address}</span>
            </span>
            <Clock at={stop.doneAt ?? stop.arrivedAt ?? stop.eta} />
          </li>
        ))}
      </ol>
    </div>
  )
}
