import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { BoardOrder } from '../api/types'
import { known } from '../live/board'
import { go } from '../shell/address'
import { offer } from '../shell/shortcuts'
import { useMedia } from '../ui/useMedia'
import { useRows } from '../ui/useRows'
import { count } from '../words/format'
import { words } from '../words/words'
import { BoardHead } from './BoardHead'
import { BoardRow } from './BoardRow'
import { NothingFound } from './NothingFound'
import type { Selection } from './select'
import { current, selection, wanted } from './selection'
import { settle } from './settle'
import { useHeld } from './useHeld'

const HEIGHT = 38
const HEIGHT_ON_A_PHONE = 68

export function BoardRows() {
  const t = words.value.board
  const scroller = useRef<HTMLDivElement>(null)
  const held = useHeld()
  const { orders } = known.value
  const chosen = selection.value
  const { ids, held: heldBack, last } = useSettled(wanted.value, orders, chosen, held.isHeld)
  const rows = useRows(
    ids.length,
    useMedia('(max-width: 44rem)') ? HEIGHT_ON_A_PHONE : HEIGHT,
    scroller,
  )
  useKeys(ids, (index) => rows.scrollToIndex(index))

  if (ids.length === 0)
    return <NothingFound key={chosen.text} text={chosen.text} none={orders.size === 0} />
  return (
    <>
      <div
        ref={scroller}
        class="rows"
        role="grid"
        tabIndex={0}
        aria-label={t.title}
        aria-rowcount={ids.length + 1}
        aria-activedescendant={current.value ? `row-${current.value}` : undefined}
        onPointerMove={(event) => event.pointerType === 'mouse' && held.hold()}
        onPointerLeave={held.release}
      >
        <BoardHead />
        <div class="canvas" role="rowgroup" style={{ height: `${rows.getTotalSize()}px` }}>
          {rows.getVirtualItems().map(({ index, start, size }) => {
            const id = ids[index] ?? ''
            const order = orders.get(id) ?? last.get(id)
            if (!order) return null
            const place = { transform: `translateY(${start}px)`, height: `${size}px` }
            return (
              <BoardRow
                key={id}
                order={order}
                index={index}
                place={place}
                isOver={!orders.has(id)}
                isCurrent={current.value === id}
              />
            )
          })}
        </div>
      </div>
      <p class="foot quiet" role="status">
        {t.shown(count(ids.length), count(orders.size))}
        {heldBack > 0 && (
          <button type="button" class="link" onClick={held.release}>
            {t.held(count(heldBack))} · {t.show}
          </button>
        )}
      </p>
    </>
  )
}

type Orders = ReadonlyMap<string, BoardOrder>

/**
 * Rows are held where they are, unless something else is asked for; `last` has those that ended
 * meanwhile.
 */
function useSettled(wanted: readonly string[], orders: Orders, asked: Selection, isHeld: boolean) {
  const before = useRef({ ids: [] as readonly string[], asked, orders })
  const rows = useMemo(
    () => settle(before.current.ids, wanted, isHeld && before.current.asked === asked),
    [wanted, asked, isHeld],
  )
  if (rows.ids !== before.current.ids) before.current = { ids: rows.ids, asked, orders }
  return { ...rows, last: before.current.orders }
}

function useKeys(ids: readonly string[], scrollTo: (index: number) => void) {
  const shown = useRef(ids)
  shown.current = ids
  useEffect(() => {
    const move = (by: number) => {
      const at = current.peek() === null ? -by : shown.current.indexOf(current.peek() ?? '')
      const next = Math.min(Math.max(at + by, 0), shown.current.length - 1)
      current.value = shown.current[next] ?? null
      scrollTo(next)
    }
    const open = () => current.peek() && go(`/orders/${current.peek()}`)
    const { keys } = words.value.board
    return offer([
      { keys: 'j', word: () => words.value.board.keys.next, run: () => move(1) },
      { keys: 'k', word: () => words.value.board.keys.previous, run: () => move(-1) },
      { keys: 'ArrowDown', word: () => keys.next, run: () => move(1) },
      { keys: 'ArrowUp', word: () => keys.previous, run: () => move(-1) },
      { keys: 'Enter', word: () => words.value.board.keys.open, run: open },
      {
        keys: 'Escape',
        word: () => words.value.board.keys.clear,
        run: () => {
          current.value = null
        },
      },
    ])
  }, [])
}
