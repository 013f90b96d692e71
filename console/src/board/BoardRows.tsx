import { useMemo, useRef } from 'preact/hooks'
import type { BoardOrder } from '../api/types'
import { known } from '../live/board'
import { isLive } from '../live/moment'
import { Grid } from '../ui/Grid'
import { useMedia } from '../ui/useMedia'
import { count } from '../words/format'
import { words } from '../words/words'
import { BoardHead } from './BoardHead'
import { BoardRow } from './BoardRow'
import { NothingFound } from './NothingFound'
import type { Selection } from './select'
import { current, selection, wanted } from './selection'
import { settle } from './settle'
import { useHeld } from './useHeld'
import { useKeys } from './useKeys'

const HEIGHT = 36
const HEIGHT_ON_A_PHONE = 68

export function BoardRows() {
  const t = words.value.board
  const scrollTo = useRef<(index: number) => void>(() => undefined)
  const held = useHeld()
  const { orders } = known.value
  const chosen = selection.value
  const { ids, held: heldBack, last } = useSettled(wanted.value, orders, chosen, held.isHeld)
  const height = useMedia('(max-width: 44rem)') ? HEIGHT_ON_A_PHONE : HEIGHT
  useKeys(ids, scrollTo)
  const shown = t.shown(count(ids.length), count(orders.size))
  // Said when something else is asked for, and not at each order that comes or goes.
  const spoken = useMemo(() => shown, [chosen, t])

  if (ids.length === 0) {
    return <NothingFound key={chosen.text} text={chosen.text} none={orders.size === 0} />
  }
  return (
    <>
      <Grid
        label={t.title}
        kind="orders"
        count={ids.length}
        height={height}
        head={<BoardHead />}
        current={{ id: `row-${current.value}`, index: ids.indexOf(current.value ?? '') }}
        scrollTo={scrollTo}
        onPoint={held.hold}
        onLeave={held.release}
        row={(index, place) => {
          const id = ids[index] ?? ''
          const order = orders.get(id) ?? last.get(id)
          const isCurrent = current.value === id
          const row = { index, place, isCurrent, isOver: !orders.has(id) }
          return order && <BoardRow key={id} order={order} {...row} />
        }}
      />
      <p class="foot quiet">
        {shown}
        {heldBack > 0 && (
          <button type="button" class="link" onClick={held.release}>
            {t.held(count(heldBack))} · {t.show}
          </button>
        )}
      </p>
      <p class="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  )
}

type Orders = ReadonlyMap<string, BoardOrder>

/**
 * Rows are held where they are, unless something else is asked for, or another moment; `last` has
 * those that ended meanwhile.
 */
function useSettled(wanted: readonly string[], orders: Orders, chosen: Selection, isHeld: boolean) {
  const asked = isLive.value ? chosen : null
  const before = useRef({ ids: [] as readonly string[], asked, orders })
  const isKept = isHeld && asked !== null && before.current.asked === asked
  const rows = useMemo(() => settle(before.current.ids, wanted, isKept), [wanted, asked, isKept])
  if (rows.ids !== before.current.ids) before.current = { ids: rows.ids, asked, orders }
  return { ...rows, last: before.current.orders }
}
