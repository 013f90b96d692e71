import { useEffect, useMemo } from 'preact/hooks'
import { current } from '../board/selection'
import { known } from '../live/board'
import { may } from '../session/session'
import { offer } from '../shell/shortcuts'
import { brief } from '../words/format'
import { words } from '../words/words'
import { ChoiceShown } from './ChoiceShown'
import { type Dragged, dragged, letOrdersBeDragged } from './drag'
import { chooseFor, isMovable } from './move'
import { rank } from './rank'

const MOST_SHOWN = 80

/** Of the board: couriers appear while an order is dragged; by keyboard, a chooser is opened. */
export function DropPane() {
  const mayMove = may('dispatch:correct')
  useEffect(() => (mayMove ? letOrdersBeDragged() : undefined), [mayMove])
  useEffect(() => (mayMove ? offer([MOVE]) : undefined), [mayMove])
  return dragged.value && <Pane drag={dragged.value} />
}

const MOVE = { keys: 'm', word: () => words.value.move.key, run: moveCurrent }

function moveCurrent() {
  const order = known.peek().orders.get(current.peek() ?? '')
  if (order && isMovable(order)) chooseFor(order.orderId)
}

function Pane({ drag }: { drag: Dragged }) {
  const t = words.value.move
  const { couriers, orders } = known.value
  const order = orders.get(drag.orderId)
  const choices = useMemo(
    () => rank(couriers.values(), order?.pickup).slice(0, MOST_SHOWN),
    [couriers, order?.pickup],
  )
  return (
    <>
      <aside class="drop-pane" aria-label={t.drop}>
        <p class="hint">{t.drop}</p>
        <ul class="choices">
          {choices.map((choice) => (
            <li
              key={choice.courier.courierId}
              class={`choice ${drag.over === choice.courier.courierId ? 'over' : ''}`}
              data-courier={choice.courier.courierId}
            >
              <ChoiceShown choice={choice} order={order} />
            </li>
          ))}
        </ul>
      </aside>
      <div class="hanging" style={{ transform: `translate(${drag.x}px, ${drag.y}px)` }}>
        <strong>{brief(drag.orderId)}</strong> {order?.merchantName}
      </div>
    </>
  )
}
