import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { postOnce } from '../api/once'
import type { Order, Payment } from '../api/types'
import { nameOf } from '../live/names'
import { allOf, pinOf } from '../move/seen'
import { orderAt } from '../move/undo'
import { Button } from '../ui/Button'
import { Confirm } from '../ui/Confirm'
import { clockSeconds, money } from '../words/format'
import { words } from '../words/words'

interface Props {
  order: Order
  payment: Payment | null
  close: () => void
  reload: () => void
}

export function Cancel({ order, ...rest }: Props) {
  const t = words.value.order
  const seen = useSignal(order)
  const act = (reason: string) =>
    postOnce(orderAt(order.orderId, 'cancel'), { reason, expected: allOf(seen.value) })
  return (
    <Correction title={t.actions.cancel} grave {...rest} act={act} order={order} seen={seen}>
      <p>{t.cancelHint}</p>
    </Correction>
  )
}

export function Reassign({ order, ...rest }: Props) {
  const t = words.value.order
  const trip = useRef(order.assignmentId).current
  const seen = useSignal(order)
  const act = (reason: string) =>
    postOnce(`/v1/assignments/${encodeURIComponent(trip ?? '')}/abandon`, { reason })
  return (
    <Correction title={t.actions.reassign} grave {...rest} act={act} order={order} seen={seen}>
      <p>{t.reassignHint(nameOf(seen.value.courierId ?? ''))}</p>
    </Correction>
  )
}

export function Unpin({ order, ...rest }: Props) {
  const t = words.value.order
  const seen = useSignal(order)
  const act = (reason: string) =>
    postOnce(orderAt(order.orderId, 'unpin'), { reason, expected: pinOf(seen.value) })
  return <Correction title={t.actions.unpin} {...rest} act={act} order={order} seen={seen} />
}

export function Refund({ order, payment, ...rest }: Props) {
  const t = words.value.order
  const amount = useSignal('')
  const seen = useSignal(order)
  if (!payment) return null
  const left = { ...payment.amount, minor: payment.amount.minor - payment.refunded.minor }
  const minor = minorOf(amount.value, left.currency)
  const act = (reason: string) => {
    const body = { amount: { minor, currency: left.currency }, reason }
    return postOnce(`/v1/payments/${encodeURIComponent(payment.paymentId)}/refunds`, body)
  }
  return (
    <Correction
      title={t.actions.refund}
      {...rest}
      act={act}
      ready={minor > 0}
      order={order}
      seen={seen}
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
    </Correction>
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

interface CorrectionProps {
  title: string
  order: Order
  seen: Signal<Order>
  grave?: boolean
  ready?: boolean
  close: () => void
  reload: () => void
  act: (reason: string) => Promise<unknown>
  children?: ComponentChildren
}

/** Somebody else, or the engine, was quicker: it is said before anything is sent, and after. */
function Correction({ order, seen, title, reload, children, ...rest }: CorrectionProps) {
  const t = words.value
  const isLooking = useRef(false)
  const look = () => {
    isLooking.current = true
    seen.value = order
    reload()
  }
  useEffect(() => {
    if (isLooking.current) seen.value = order
    isLooking.current = false
  }, [order, seen])
  return (
    <Confirm title={title} action={title} again={look} {...rest}>
      {children}
      {seen.value.changedAt !== order.changedAt && (
        <div class="failure" role="alert">
          <p>{t.order.changed(clockSeconds(order.changedAt))}</p>
          <Button onClick={look}>{t.move.lookAgain}</Button>
        </div>
      )}
    </Confirm>
  )
}
