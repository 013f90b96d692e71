import { nameOf } from '../live/names'
import { may } from '../session/session'
import { href } from '../shell/address'
import { brief } from '../words/format'

export const OrderLink = ({ id }: { id: string }) => (
  <a href={href(`/orders/${id}`)} title={id}>
    {brief(id)}
  </a>
)

export function CourierLink({ id }: { id: string }) {
  if (!may('couriers:read-any')) return <span title={id}>{brief(id)}</span>
  return (
    <a href={href(`/couriers/${id}`)} title={id}>
      {nameOf(id)}
    </a>
  )
}
