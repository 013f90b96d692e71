import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { get } from '../api/client'
import { useResource } from '../api/resource'
import type { Offer, OfferReason } from '../api/types'
import { stream } from '../live/line'
import { moment } from '../live/moment'
import { nameOf } from '../live/names'
import { may } from '../session/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { OrderLink } from '../ui/Ids'
import { Empty, Failure, Show } from '../ui/states'
import { clockSeconds, plain } from '../words/format'
import { named, words } from '../words/words'
import { offersBy } from './then'

const FIRST = 20
const MORE = 40
const MOST = 100
/** Views follow the facts. */
const SETTLED_MS = 250

/** What was offered to a courier and what became of it, the latest first. */
export function Offers({ courierId }: { courierId: string }) {
  const t = words.value.courier
  const limit = useSignal(FIRST)
  const found = useResource<{ offers: Offer[]; nextCursor: string | null }>(
    `/v1/couriers/${encodeURIComponent(courierId)}/offers?limit=${limit.value}`,
  )
  useEffect(() => {
    let timer = 0
    const leave = stream.hear(`courier:${courierId}`, () => {
      clearTimeout(timer)
      timer = window.setTimeout(found.reload, SETTLED_MS)
    })
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [courierId, found])
  return (
    <Card title={t.offers}>
      <Show of={found}>
        {({ offers, nextCursor }) => (
          <>
            <Told
              offers={moment.value ? offersBy(offers, moment.value.at) : offers}
              courierId={courierId}
            />
            {nextCursor && limit.value < MOST && (
              <Button
                onClick={() => {
                  limit.value = Math.min(MOST, limit.value + MORE)
                }}
              >
                {t.moreOffers}
              </Button>
            )}
          </>
        )}
      </Show>
    </Card>
  )
}

function Told({ offers, courierId }: { offers: Offer[]; courierId: string }) {
  const t = words.value.courier
  if (!offers.length) return <Empty>{t.noOffers}</Empty>
  return (
    <ol class="timeline">
      {offers.map((it) => (
        <li key={it.assignmentId}>
          <time dateTime={it.offeredAt}>{clockSeconds(it.offeredAt)}</time>
          <div>
            <p>
              <strong>{named(t.states, it.state)}</strong>{' '}
              {it.orders.map((id) => (
                <OrderLink key={id} id={id} />
              ))}
            </p>
            {it.reason && <p class="quiet">{plain(it.reason)}</p>}
            {may('dispatch:read') && <Why courierId={courierId} assignmentId={it.assignmentId} />}
          </div>
        </li>
      ))}
    </ol>
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
