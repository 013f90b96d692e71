import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { get } from '../api/client'
import type { OfferReason } from '../api/types'
import type { AssignmentFact } from '../live/fold'
import { stream } from '../live/line'
import { nameOf } from '../live/names'
import { may } from '../session/session'
import { Card } from '../ui/Card'
import { OrderLink } from '../ui/Ids'
import { Empty, Failure } from '../ui/states'
import { clockSeconds, plain } from '../words/format'
import { named, words } from '../words/words'

const KEPT = 50
const TOLD = [
  'AssignmentOffered',
  'OfferAccepted',
  'OfferDeclined',
  'OfferExpired',
  'OrdersReleased',
]

/** What was offered to a courier and how they answered, as it happens. */
export function Offers({ courierId }: { courierId: string }) {
  const t = words.value.courier
  const facts = useSignal<AssignmentFact[]>([])
  useEffect(
    () =>
      stream.hear(`courier:${courierId}`, (frame) => {
        const fact = frame as AssignmentFact
        if (!TOLD.includes(fact.event)) return
        facts.value = [fact, ...facts.peek()].slice(0, KEPT)
      }),
    [courierId, facts],
  )
  return (
    <Card title={t.offers}>
      {facts.value.length ? (
        <ol class="timeline">
          {facts.value.map((fact) => (
            <Told key={fact.cursor} fact={fact} courierId={courierId} />
          ))}
        </ol>
      ) : (
        <Empty>{t.noOffers}</Empty>
      )}
    </Card>
  )
}

function Told({ fact, courierId }: { fact: AssignmentFact; courierId: string }) {
  const offered = fact.event === 'AssignmentOffered' && may('dispatch:read')
  return (
    <li>
      <time dateTime={fact.occurredAt}>{clockSeconds(fact.occurredAt)}</time>
      <div>
        <p>
          <strong>{named({}, fact.event)}</strong>{' '}
          {fact.orderIds.map((id) => (
            <OrderLink key={id} id={id} />
          ))}
        </p>
        {offered && <Why courierId={courierId} assignmentId={fact.assignmentId} />}
      </div>
    </li>
  )
}

function Why({ courierId, assignmentId }: { courierId: string; assignmentId: string }) {
  const reason = useSignal<OfferReason | null>(null)
  const failure = useSignal<unknown>(null)
  async function ask() {
    const at = `/v1/couriers/${encodeURIComponent(courierId)}/offers/${encodeURIComponent(assignmentId)}/why`
    try {
      reason.value = await get<OfferReason>(at)
    } catch (problem) {
      failure.value = problem
    }
  }
  if (failure.value !== null) return <Failure failure={failure.value} retry={ask} />
  if (reason.value) return <p class="quiet">{plain(reason.value.summary, nameOf)}</p>
  return (
    <button type="button" class="link" onClick={ask}>
      {words.value.courier.why}
    </button>
  )
}
