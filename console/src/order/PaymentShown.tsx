import type { Payment } from '../api/types'
import { money } from '../words/format'
import { term } from '../words/terms'
import { words } from '../words/words'

const BAD = ['failed', 'expired', 'mismatched', 'charged_back']

export function PaymentShown({ payment }: { payment: Payment }) {
  const t = words.value.order
  return (
    <>
      <table class="table">
        <tbody>
          {payment.parts.map((part) => (
            <tr key={part.number}>
              <td>{term(part.method)}</td>
              <td>
                <span class={`badge ${BAD.includes(part.status) ? 'bad' : ''}`}>
                  {term(part.status)}
                </span>
                {part.reason && <p class="quiet small">{part.reason}</p>}
              </td>
              <td class="number">{money(part.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {payment.refunds.length > 0 && (
        <>
          <h3 class="sub">{t.refunds}</h3>
          <table class="table">
            <tbody>
              {payment.refunds.map((refund) => (
                <tr key={`${refund.refundId} ${refund.part}`}>
                  <td>{refund.reason}</td>
                  <td>
                    <span class={`badge ${refund.status === 'failed' ? 'bad' : ''}`}>
                      {term(refund.status)}
                    </span>
                  </td>
                  <td class="number">{money(refund.amount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}
