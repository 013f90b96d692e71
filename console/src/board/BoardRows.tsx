import { useEffect, useRef } from 'preact/hooks'
import type { BoardOrder } from '../api/types'
import { known } from '../live/board'
import { now } from '../live/clock'
import { names } from '../live/names'
import { go } from '../shell/address'
import { offer } from '../shell/shortcuts'
import { useMedia } from '../ui/useMedia'
import { useRows } from '../ui/useRows'
import { count } from '../words/format'
import { words } from '../words/words'
import { BoardHead } from './BoardHead'
import { BoardRow } from './BoardRow'
import { NothingFound } from './NothingFound'
import { select } from './select'
import { current, selection } from './selection'
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
  const wanted = select(orders.values(), chosen, now.value, names.value)
  const { ids, held: heldBack } = useSettled(wanted, JSON.stringify(chosen), held.isHeld)
  const seen = useSeen(orders, ids)
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
            const order = orders.get(id) ?? seen.get(id)
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

/** Rows are held where they are, unless something else is asked for. */
function useSettled(wanted: string[], asked: string, isHeld: boolean) {
  const before = useRef({ ids: [] as readonly string[], asked })
  const rows = settle(before.current.ids, wanted, isHeld && before.current.asked === asked)
  before.current = { ids: rows.ids, asked }
  return rows
}

/** The last state of the orders that are shown, for those that end meanwhile. */
function useSeen(orders: ReadonlyMap<string, BoardOrder>, ids: readonly string[]) {
  const seen = useRef(new Map<string, BoardOrder>())
  const next = new Map<string, BoardOrder>()
  for (const id of ids) {
    const order = orders.get(id) ?? seen.current.get(id)
    if (order) next.set(id, order)
  }
  seen.current = next
  return next
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
