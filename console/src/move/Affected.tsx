import type { WhatIf, WhatIfChange } from '../api/types'
import { known } from '../live/board'
import { nameOf } from '../live/names'
import { Scrolling } from '../ui/Scrolling'
import { Clock } from '../ui/Time'
import { brief } from '../words/format'
import { words } from '../words/words'
import { signed } from './signed'
import { inOrder, latenessOf } from './whatIf'

/** Each order that somebody would bring at another time, or somebody else. */
export function Affected({ answer }: { answer: WhatIf }) {
  const t = words.value.move
  return (
    <Scrolling label={t.affected}>
      <table class="table affected">
        <thead>
          <tr>
            <th scope="col">{t.columns.order}</th>
            <th scope="col">{t.columns.courier}</th>
            <th scope="col" class="number">
              {t.columns.door}
            </th>
            <th scope="col" class="number">
              {t.columns.difference}
            </th>
            <th scope="col">
              <span class="visually-hidden">{t.columns.lateness}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(answer).map((it) => (
            <Row key={it.orderId} change={it} isMoved={it.orderId === answer.orderId} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function Row({ change, isMoved }: { change: WhatIfChange; isMoved: boolean }) {
  const t = words.value.move
  const { orderId, courierBefore, courierAfter, doorBefore, doorAfter, secondsLater } = change
  const lateness = latenessOf(change)
  return (
    <tr class={isMoved ? 'moved' : ''}>
      <th scope="row" title={orderId}>
        {brief(orderId)}
        <small class="quiet">{known.value.orders.get(orderId)?.merchantName}</small>
      </th>
      <td>
        {courierBefore === courierAfter ? (
          <Name id={courierAfter} />
        ) : (
          <>
            <span class="quiet">
              <Name id={courierBefore} />
            </span>
            <Arrow /> <Name id={courierAfter} />
          </>
        )}
      </td>
      <td class="number">
        <span class="quiet">
          <Clock at={doorBefore} />
        </span>
        <Arrow /> <Clock at={doorAfter} />
      </td>
      <td class={`number difference ${direction(secondsLater)}`}>
        {secondsLater === null ? '–' : signed(secondsLater)}
      </td>
      <td class="lateness">
        {lateness !== 'same' && (
          <span class={`badge ${lateness === 'no-longer' ? 'good' : 'bad'}`}>
            {t.lateness[lateness]}
          </span>
        )}
      </td>
    </tr>
  )
}

const direction = (seconds: number | null) =>
  seconds === null ? '' : seconds > 0 ? 'later' : 'sooner'

const Name = ({ id }: { id: string | null }) =>
  id ? <span title={id}>{nameOf(id)}</span> : <span>{words.value.board.noCourier}</span>

function Arrow() {
  return (
    <>
      {' '}
      <span class="arrow" aria-hidden="true">
        →
      </span>
      <span class="visually-hidden"> {words.value.move.becomes} </span>
    </>
  )
}
