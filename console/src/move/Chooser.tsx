import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { followBoard, known } from '../live/board'
import { nameOf, names } from '../live/names'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import { Empty } from '../ui/states'
import { brief, count } from '../words/format'
import { words } from '../words/words'
import { Choices } from './Choices'
import { askToMove, choosing } from './move'
import { named, rank } from './rank'

const MOST_SHOWN = 50

/** The types know of no list but a `datalist`. */
const COMBOBOX = { role: 'combobox', 'aria-expanded': 'true' } as object

const close = () => {
  choosing.value = null
}

/** Everybody on shift, by who is near and free; found by name, chosen by keys or pointer. */
export function Chooser({ orderId }: { orderId: string }) {
  const t = words.value.move
  const text = useSignal('')
  const at = useSignal(0)
  useEffect(followBoard, [])
  const { couriers, orders } = known.value
  const order = orders.get(orderId)
  const ranked = useMemo(() => rank(couriers.values(), order?.pickup), [couriers, order?.pickup])
  const found = useMemo(() => named(ranked, text.value, nameOf), [ranked, text.value, names.value])
  const shown = found.slice(0, MOST_SHOWN)
  const current = Math.min(at.value, shown.length - 1)

  function steer(event: KeyboardEvent) {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = shown[current]
    if (by) at.value = Math.min(Math.max(current + by, 0), shown.length - 1)
    else if (event.key === 'Enter' && chosen) askToMove(orderId, chosen.courier.courierId)
    else return
    event.preventDefault()
  }

  return (
    <Dialog title={t.choose(brief(orderId))} close={close}>
      <div class="stack">
        <search class="find">
          <Icon name="search" />
          <input
            type="search"
            {...COMBOBOX}
            aria-controls="choices"
            aria-activedescendant={shown.length ? `choice-${current}` : undefined}
            aria-label={words.value.couriers.search}
            placeholder={words.value.couriers.search}
            autocomplete="off"
            value={text.value}
            onKeyDown={steer}
            onInput={(event) => {
              text.value = event.currentTarget.value
              at.value = 0
            }}
          />
        </search>
        {shown.length === 0 ? (
          <Empty>{words.value.couriers.none}</Empty>
        ) : (
          <Choices
            choices={shown}
            current={current}
            order={order}
            choose={(id) => askToMove(orderId, id)}
          />
        )}
        <p class="quiet small" role="status">
          {words.value.board.shown(count(shown.length), count(ranked.length))}
        </p>
        <div class="actions">
          <Button onClick={close}>{words.value.confirm.back}</Button>
        </div>
      </div>
    </Dialog>
  )
}
