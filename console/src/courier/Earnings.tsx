import { useResource } from '../api/resource'
import type { Statement } from '../api/types'
import { useUpTo } from '../live/useUpTo'
import { Card } from '../ui/Card'
import { OrderLink } from '../ui/Ids'
import { Scrolling } from '../ui/Scrolling'
import { Empty, Show } from '../ui/states'
import { Clock } from '../ui/Time'
import { money } from '../words/format'
import { named, words } from '../words/words'

const DAY_MS = 24 * 3_600_000

/** What a courier was credited and paid within a day. */
export function Earnings({ courierId }: { courierId: string }) {
  const t = words.value.courier
  const to = useUpTo(courierId)
  const [from, until] = [to - DAY_MS, to].map((it) => new Date(it).toISOString())
  const at = `/v1/couriers/${encodeURIComponent(courierId)}/statement?from=${from}&to=${until}`
  const statement = useResource<Statement>(at)
  return (
    <Card title={t.earnings} aside={<span class="quiet small">{t.last24}</span>}>
      <Show of={statement}>
        {(it) => (it.entries.length ? <Entries statement={it} /> : <Empty>{t.noEarnings}</Empty>)}
      </Show>
    </Card>
  )
}

type Entry = Statement['entries'][number]

const latestFirst = (a: Entry, b: Entry) => b.occurredAt.localeCompare(a.occurredAt)

function Entries({ statement }: { statement: Statement }) {
  const t = words.value.courier
  return (
    <Scrolling label={t.earnings}>
      <table class="table">
        <tbody>
          {statement.entries.toSorted(latestFirst).map((entry) => (
            <tr key={`${entry.subject} ${entry.bookedAt}`}>
              <td>
                <OrderLink id={entry.subject} />
              </td>
              <td class="quiet">
                {Object.entries(entry.amounts)
                  .map(
                    ([purpose, amount]) =>
                      `${named({ pay: t.pay, tip: t.tip }, purpose)} ${money(amount)}`,
                  )
                  .join(' · ')}
              </td>
              <td>
                <Clock at={entry.occurredAt} />
              </td>
              <td class="number">{money(entry.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr class="total">
            <th scope="row" colSpan={3}>
              {t.owed}
            </th>
            <td class="number">{statement.closing.map(money).join(' + ')}</td>
          </tr>
        </tfoot>
      </table>
    </Scrolling>
  )
}
