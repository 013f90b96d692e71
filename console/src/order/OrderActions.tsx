import { useSignal } from '@preact/signals'
import type { Order, Payment } from '../api/types'
import { isLive } from '../live/moment'
import { chooseFor, isMovable } from '../move/move'
import { UndoMove } from '../move/UndoMove'
import { may } from '../session/session'
import { Button } from '../ui/Button'
import { words } from '../words/words'
import { Cancel, Reassign, Refund, Unpin } from './OrderDialogs'

interface Props {
  order: Order
  payment: Payment | null
  reload: () => void
}

type Action = 'cancel' | 'reassign' | 'unpin' | 'refund'

const DIALOGS = { cancel: Cancel, reassign: Reassign, unpin: Unpin, refund: Refund }

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
      <UndoMove order={order} done={reload} />
      {may('dispatch:correct') && isMovable(order) && (
        <Button onClick={() => chooseFor(order.orderId)}>{t.move}</Button>
      )}
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
      {Dialog && <Dialog order={order} payment={payment} close={close} reload={reload} />}
    </div>
  )
}

function possible(order: Order, payment: Payment | null): Action[] {
  const open = order.endedAt === null
  const corrects = may('dispatch:correct')
  const left = payment ? payment.amount.minor - payment.refunded.minor : 0
  const found: [Action, boolean][] = [
    ['unpin', corrects && isMovable(order) && order.pinnedTo !== null],
    ['reassign', corrects && open && order.assignmentId !== null],
    ['refund', may('payments:refund') && order.stage === 'delivered' && left > 0],
    ['cancel', may('orders:cancel') && open],
  ]
  return found.filter(([, is]) => is).map(([action]) => action)
}
