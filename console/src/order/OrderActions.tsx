import { useSignal } from '@preact/signals'
import type { Order, Payment } from '../api/types'
import { isLive } from '../live/moment'
import { may } from '../session/session'
import { Button } from '../ui/Button'
import { words } from '../words/words'
import { Cancel, Pin, Reassign, Refund, Unpin } from './OrderDialogs'

interface Props {
  order: Order
  payment: Payment | null
  reload: () => void
}

type Action = 'cancel' | 'reassign' | 'pin' | 'unpin' | 'refund'

const DIALOGS = { cancel: Cancel, reassign: Reassign, pin: Pin, unpin: Unpin, refund: Refund }

/** What can be done with the order now, by whoever is looking. */
export function OrderActions({ order, payment, reload }: Props) {
  const t = words.value.order.actions
  const open = useSignal<Action | null>(null)
  const Dialog = open.value && DIALOGS[open.value]
  const close = () => {
    open.value = null
    reload()
  }
  if (!isLive.value) return <p class="quiet">{words.value.rewind.noActions}</p>
  return (
    <div class="actions">
      {possible(order, payment).map((action) => (
        <Button
          key={action}
          kind={action === 'cancel' ? 'grave' : 'plain'}
          onClick={() => {
            open.value = action
          }}
        >
          {t[action]}
        </Button>
      ))}
      {Dialog && <Dialog order={order} payment={payment} close={close} />}
    </div>
  )
}

const BEFORE_PICKUP = ['placed', 'submitted', 'confirmed', 'preparing', 'ready']

function possible(order: Order, payment: Payment | null): Action[] {
  const open = order.endedAt === null
  const waits = BEFORE_PICKUP.includes(order.stage)
  const corrects = may('dispatch:correct')
  const left = payment ? payment.amount.minor - payment.refunded.minor : 0
  const found: [Action, boolean][] = [
    ['pin', corrects && waits && order.pinnedTo === null],
    ['unpin', corrects && waits && order.pinnedTo !== null],
    ['reassign', corrects && open && order.assignmentId !== null],
    ['refund', may('payments:refund') && order.stage === 'delivered' && left > 0],
    ['cancel', may('orders:cancel') && open],
  ]
  return found.filter(([, is]) => is).map(([action]) => action)
}
