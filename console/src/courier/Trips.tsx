import type { Assignment, Courier } from '../api/types'
import { useNowOrThen } from '../live/asItWas'
import { Empty, Show } from '../ui/states'
import { words } from '../words/words'
import { Trip } from './Trip'
import { NO_TRIP, type TripThen as Told, tripThen } from './then'

/** What a courier carries or is offered. */
export function Trips({ trips }: { trips: readonly Assignment[] }) {
  if (!trips.length) return <Empty>{words.value.courier.noTrip}</Empty>
  return (
    <div class="stack">
      {trips.map((it) => (
        <Trip key={it.assignmentId} trip={it} />
      ))}
    </div>
  )
}

/** Likewise at the moment that the console shows. */
export function TripsThen({ courier }: { courier: Courier }) {
  const open = [courier.tripId, courier.offerId].filter((it) => it !== null)
  if (!open.length) return <Trips trips={[]} />
  return (
    <>
      {open.map((it) => (
        <TripThen key={it} id={it} />
      ))}
    </>
  )
}

function TripThen({ id }: { id: string }) {
  const trip = useNowOrThen<Assignment, Told>(NO_TRIP, 'assignment', id, tripThen)
  return <Show of={trip}>{(it) => <Trip trip={it} />}</Show>
}
