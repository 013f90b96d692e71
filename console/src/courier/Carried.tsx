import { useResource } from '../api/resource'
import type { OrderPage } from '../api/types'
import { href } from '../shell/address'
import { Card } from '../ui/Card'
import { Empty, Show } from '../ui/states'
import { Clock } from '../ui/Time'
import { brief } from '../words/format'
import { words } from '../words/words'

export function Carried({ courierId }: { courierId: string }) {
  const t = words.value.courier
  const found = useResource<OrderPage>(
    `/v1/orders?limit=20&courierId=${encodeURIComponent(courierId)}`,
  )
  return (
    <Card title={t.orders}>
      <Show of={found}>
        {({ orders }) =>
          orders.length ? (
            <ul class="hits">
              {orders.map((order) => (
                <li key={order.orderId}>
                  <a href={href(`/orders/${order.orderId}`)}>
                    <strong title={order.orderId}>{brief(order.orderId)}</strong>
                    <span>{order.merchantName}</span>
                    <span class="quiet">{words.value.stages[order.stage]}</span>
                    <Clock at={order.deliveredAt ?? order.placedAt} />
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            <Empty>{t.noOrders}</Empty>
          )
        }
      </Show>
    </Card>
  )
}
