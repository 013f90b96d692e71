import { useResource } from '../api/resource'
import type { OrderPromises } from '../api/types'
import { Card } from '../ui/Card'
import { Clock } from '../ui/Time'
import { span } from '../words/format'
import { words } from '../words/words'

const PARTS = ['waitingForAssignment', 'firstMile', 'kitchen', 'lastMile'] as const

/** How late it was against the first promise, and what it waited for. Known once it is delivered. */
export function Promises({ orderId }: { orderId: string }) {
  const t = words.value.order
  const found = useResource<OrderPromises>(`/v1/orders/${encodeURIComponent(orderId)}/promises`)
  const lateness = found.value.value?.lateness
  if (!lateness) return null
  const total = lateness.total * 1000
  return (
    <Card
      title={t.promises}
      aside={
        <strong class={total > 0 ? 'warn' : ''}>
          {total > 0 ? t.late(span(total)) : t.early(span(-total))}
        </strong>
      }
    >
      <p class="quiet">
        {t.door} <Clock at={lateness.firstPromise} />
      </p>
      <table class="table">
        <tbody>
          {PARTS.map((part) => (
            <tr key={part}>
              <th scope="row">{t.lateness[part]}</th>
              <td class="number">{span(lateness[part] * 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
