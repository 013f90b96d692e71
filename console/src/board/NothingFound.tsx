import { useSignal } from '@preact/signals'
import { get } from '../api/client'
import type { OrderHits } from '../api/types'
import { href } from '../shell/address'
import { Button } from '../ui/Button'
import { Empty, Failure } from '../ui/states'
import { Clock } from '../ui/Time'
import { brief, count } from '../words/format'
import { words } from '../words/words'

/** Orders that are over are not on the board, but can be found. */
export function NothingFound({ text, none }: { text: string; none: boolean }) {
  const t = words.value.board
  const hits = useSignal<OrderHits | null>(null)
  const failure = useSignal<unknown>(null)

  async function search() {
    try {
      hits.value = await get<OrderHits>(
        `/v1/orders/search?limit=50&text=${encodeURIComponent(text)}`,
      )
      failure.value = null
    } catch (problem) {
      failure.value = problem
    }
  }

  return (
    <div class="nothing">
      <Empty>{none && !text ? t.none : t.noneFound}</Empty>
      {text && <Button onClick={search}>{t.searchAll}</Button>}
      {failure.value !== null && <Failure failure={failure.value} retry={search} />}
      {hits.value && <Hits hits={hits.value} />}
    </div>
  )
}

function Hits({ hits }: { hits: OrderHits }) {
  const t = words.value
  return (
    <>
      <p role="status">{t.board.found(count(hits.total))}</p>
      <ul class="hits">
        {hits.orders.map((order) => (
          <li key={order.orderId}>
            <a href={href(`/orders/${order.orderId}`)}>
              <strong title={order.orderId}>{brief(order.orderId)}</strong>
              <span>{order.merchantName}</span>
              <span class="quiet">{t.stages[order.stage]}</span>
              <Clock at={order.placedAt} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
