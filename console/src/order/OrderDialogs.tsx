import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { post } from '../api/client'
import type { Order, Payment } from '../api/types'
import { followBoard, known } from '../live/board'
import { nameOf } from '../live/names'
import { Confirm } from '../ui/Confirm'
import { clockSeconds, money } from '../words/format'
import { words } from '../words/words'

interface Props {
  order: Order
  payment: Payment | null
  close: () => void
}

const at = (order: Order, action: string) =>
  `/v1/orders/${encodeURIComponent(order.orderId)}/${action}`

export function Cancel({ order, close }: Props) {
  const t = words.value.order
  const act = (reason: string, key: string) => post(at(order, 'cancel'), { reason }, key)
  return (
    <Confirm title={t.actions.cancel} action={t.actions.cancel} grave close={close} act={act}>
      <p>{t.cancelHint}</p>
      <Changed order={order} />
    </Confirm>
  )
}

export function Reassign({ order, close }: Props) {
  const t = words.value.order
  const trip = useRef(order.assignmentId).current
  const act = (reason: string, key: string) =>
    post(`/v1/assignments/${encodeURIComponent(trip ?? '')}/abandon`, { reason }, key)
  return (
    <Confirm title={t.actions.reassign} action={t.actions.reassign} grave close={close} act={act}>
      <p>{t.reassignHint(nameOf(order.courierId ?? ''))}</p>
      <Changed order={order} />
    </Confirm>
  )
}

export function Pin({ order, close }: Props) {
  const t = words.value.order
  const courierId = useSignal('')
  useEffect(followBoard, [])
  const act = (reason: string, key: string) =>
    post(at(order, 'pin'), { courierId: courierId.value.trim(), reason }, key)
  return (
    <Confirm
      title={t.actions.pin}
      action={t.actions.pin}
      close={close}
      act={act}
      ready={courierId.value.trim() !== ''}
    >
      <p>{t.pinHint}</p>
      <label class="field">
        <span>{t.pinTo}</span>
        <input
          list="couriers-on-shift"
          required
          value={courierId.value}
          onInput={(event) => {
            courierId.value = event.currentTarget.value
          }}
        />
        <datalist id="couriers-on-shift">
          {[...known.value.couriers.keys()].map((id) => (
            <option key={id} value={id} label={nameOf(id)} />
          ))}
        </datalist>
      </label>
      <Changed order={order} />
    </Confirm>
  )
}

export function Unpin({ order, close }: Props) {
  const t = words.value.order
  const act = (reason: string, key: string) => post(at(order, 'unpin'), { reason }, key)
  return (
    <Confirm title={t.actions.unpin} action={t.actions.unpin} close={close} act={act}>
      <Changed order={order} />
    </Confirm>
  )
}

export function Refund({ order, payment, close }: Props) {
  const t = words.value.order
  const amount = useSignal('')
  if (!payment) return null
  const left = { ...payment.amount, minor: payment.amount.minor - payment.refunded.minor }
  const minor = minorOf(amount.value, left.currency)
  const act = (reason: string, key: string) => {
    const body = { amount: { minor, currency: left.currency }, reason }
    return post(`/v1/payments/${encodeURIComponent(payment.paymentId)}/refunds`, body, key)
  }
  return (
    <Confirm
      title={t.actions.refund}
      action={t.actions.refund}
      close={close}
      act={act}
      ready={minor > 0}
    >
      <label class="field">
        <span>
          {t.amount} ({left.currency})
        </span>
        <input
          inputMode="decimal"
          required
          value={amount.value}
          onInput={(event) => {
            amount.value = event.currentTarget.value
          }}
        />
        <small class="quiet">{t.refundHint(money(left))}</small>
      </label>
      <Changed order={order} />
    </Confirm>
  )
}

/** `12.50` or `12,50` in minor units; 0 for what is no amount. */
export function minorOf(text: string, currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  const [whole = '', part = ''] = text.trim().replace(',', '.').split('.')
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(part) || part.length > digits) return 0
  return Number(whole + part.padEnd(digits, '0'))
}

/** Somebody else, or the engine, was quicker: it is said before anything is sent. */
function Changed({ order }: { order: Order }) {
  const seen = useRef(order).current
  if (seen.changedAt === order.changedAt) return null
  return (
    <p class="failure" role="alert">
      {words.value.order.changed(clockSeconds(order.changedAt))}
    </p>
  )
}
