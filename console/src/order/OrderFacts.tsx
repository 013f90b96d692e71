import type { Order } from '../api/types'
import { nameOf } from '../live/names'
import { Facts } from '../ui/Facts'
import { CourierLink } from '../ui/Ids'
import { Clock } from '../ui/Time'
import { brief, plain } from '../words/format'
import { words } from '../words/words'

export function OrderFacts({ order }: { order: Order }) {
  const t = words.value.order
  const { recipient, dropoff } = order
  return (
    <Facts
      of={[
        [t.merchant, order.merchantName],
        [t.courier, order.courierId && <CourierLink id={order.courierId} />],
        [t.pinnedTo, order.pinnedTo && <CourierLink id={order.pinnedTo} />],
        [t.placed, <Clock key="placed" at={order.placedAt} />],
        [t.readyAt, <Clock key="ready" at={order.readyAt ?? order.readyEstimate} />],
        [t.pickup, <Clock key="pickup" at={order.pickedUpAt ?? order.pickupEta} />],
        [t.door, <Clock key="door" at={order.deliveredAt ?? order.dropoffEta} />],
        [
          t.customer,
          <span key="customer" title={order.customerId}>
            {brief(order.customerId)}
          </span>,
        ],
        [t.recipient, recipient ? recipient.name : <Gone key="gone" />],
        [t.phone, recipient && <a href={`tel:${recipient.phone}`}>{recipient.phone}</a>],
        [t.address, dropoff?.text],
        [t.note, dropoff?.note],
        [t.endReason, order.endReason && plain(order.endReason, nameOf)],
        [t.id, <code key="id">{order.orderId}</code>],
      ]}
    />
  )
}

const Gone = () => <span class="quiet">{words.value.order.forgotten}</span>
