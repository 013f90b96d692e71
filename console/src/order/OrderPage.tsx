import { useEffect } from 'preact/hooks'
import { Standing } from '../alerts/Standing'
import { useResource } from '../api/resource'
import type { Order, OrderDispatch, Payment, TimelineEntry } from '../api/types'
import { useNowOrThen, useUntil } from '../live/asItWas'
import { stream } from '../live/line'
import { isLive } from '../live/moment'
import { isMovable } from '../move/move'
import { may } from '../session/session'
import { Back } from '../ui/Back'
import { Card } from '../ui/Card'
import { Show } from '../ui/states'
import { brief } from '../words/format'
import { words } from '../words/words'
import { Basket } from './Basket'
import { Chat } from './Chat'
import { Dispatch } from './Dispatch'
import { Journey } from './Journey'
import { OrderActions } from './OrderActions'
import { OrderFacts } from './OrderFacts'
import { PaymentShown } from './PaymentShown'
import { Promises } from './Promises'
import { Timeline } from './Timeline'
import { dispatchBy, orderThen, paymentThen, timelineBy } from './then'

const SETTLED_MS = 250

export function OrderPage({ id = '' }: { id?: string }) {
  const t = words.value.order
  const at = `/v1/orders/${encodeURIComponent(id)}`
  const now = useResource<Order>(at)
  const order = useNowOrThen<Order>(now, 'order', id, orderThen)
  const timeline = useUntil<{ entries: TimelineEntry[] }>(`${at}/timeline`, timelineBy)
  const paid = useResource<Payment>(`${at}/payment`)
  const paymentId = now.value.value?.paymentId ?? ''
  const payment = useNowOrThen<Payment>(paid, 'payment', paymentId, paymentThen)
  const dispatch = useUntil<OrderDispatch>(`${at}/dispatch`, dispatchBy)
  const reload = () => {
    for (const each of [now, timeline, paid, dispatch]) void each.reload()
  }
  useFacts(id, reload)

  return (
    <div class="page">
      <Back to="/board">{t.back}</Back>
      <div class="title">
        <h1 tabIndex={-1} title={id}>
          {t.title(brief(id))}
        </h1>
        {order.value.value && <Stage order={order.value.value} />}
        <span class="spread" />
        {order.value.value && (
          <OrderActions order={order.value.value} payment={payment.value.value} reload={reload} />
        )}
      </div>
      <Standing about="order" subject={id} />
      <div class="columns">
        <div class="column">
          <Card title={t.facts}>
            <Show of={order} lines={6}>
              {(it) => <OrderFacts order={it} />}
            </Show>
          </Card>
          {may('map:read') && order.value.value && (
            <Card title={t.journey} kind="flush">
              <Journey order={order.value.value} />
            </Card>
          )}
          {may('dispatch:read') && (
            <Card title={words.value.dispatch.title}>
              <Show of={dispatch} lines={5}>
                {(it) => <Dispatch dispatch={it} isMovable={mayMove(order.value.value)} />}
              </Show>
            </Card>
          )}
          {may('analytics:read') && order.value.value?.stage === 'delivered' && (
            <Promises orderId={id} />
          )}
        </div>
        <div class="column">
          <Card title={t.timeline}>
            <Show of={timeline} lines={8}>
              {(it) => <Timeline entries={it.entries} />}
            </Show>
          </Card>
          <Card title={t.basket}>
            <Show of={order}>{(it) => <Basket order={it} />}</Show>
          </Card>
          {may('payments:read') && (
            <Card title={t.payment}>
              <Show of={payment}>{(it) => <PaymentShown payment={it} />}</Show>
            </Card>
          )}
          {may('chat:read') && <Chat orderId={id} />}
        </div>
      </div>
    </div>
  )
}

const mayMove = (order: Order | null) =>
  order !== null && isLive.value && isMovable(order) && may('dispatch:correct')

function Stage({ order }: { order: Order }) {
  const over = order.endedAt !== null && order.stage !== 'delivered'
  return (
    <span class={`badge ${over ? 'bad' : 'good'}`} role="status">
      {words.value.stages[order.stage]}
    </span>
  )
}

/** Reads again when something has happened; a little later, as views follow the facts. */
function useFacts(orderId: string, reload: () => void) {
  useEffect(() => {
    let timer = 0
    const soon = () => {
      clearTimeout(timer)
      timer = window.setTimeout(reload, SETTLED_MS)
    }
    const take = ({ type, event }: { type: string; event?: unknown }) => {
      if ((type === 'order' && event !== 'Snapshot') || type === 'chat') soon()
    }
    const leave = stream.follow(`order:${orderId}`, { take, gap: soon })
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [orderId])
}
