import type { Order, Total } from '../api/types'
import { money } from '../words/format'
import { words } from '../words/words'

const LINES: readonly (keyof Total)[] = ['items', 'discount', 'deliveryFee', 'tax', 'tip', 'total']

export function Basket({ order }: { order: Order }) {
  const t = words.value.order.total
  return (
    <table class="table">
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.productId}>
            <td class="number narrow-cell">{line.quantity} ×</td>
            <td>{line.name}</td>
            <td class="number">{money(line.unitPrice)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {LINES.filter((it) => it === 'total' || order.total[it].minor !== 0).map((line) => (
          <tr key={line} class={line}>
            <td />
            <th scope="row">{t[line]}</th>
            <td class="number">
              {line === 'discount' && '−'}
              {money(order.total[line])}
            </td>
          </tr>
        ))}
      </tfoot>
    </table>
  )
}
