import type { ComponentChildren, RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { useRows } from './useRows'

export type Place = {
  transform: string
  height: string
}

interface Props {
  label: string
  kind: string
  count: number
  height: number
  head: ComponentChildren
  row: (index: number, place: Place) => ComponentChildren
  /** The row that the keyboard is at. */
  current?: { id: string; index: number } | undefined
  scrollTo?: RefObject<(index: number) => void>
  onPoint?: () => void
  onLeave?: () => void
}

/** Any number of rows, of which only those within sight are there. */
export function Grid({ label, kind, count, height, head, row, current, ...rest }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useRows(count, height, scroller)
  const drawn = rows.getVirtualItems()
  if (rest.scrollTo) {
    rest.scrollTo.current = (index) => {
      scroller.current?.focus({ preventScroll: true })
      rows.scrollToIndex(index)
    }
  }
  return (
    <div
      ref={scroller}
      class={`rows ${kind}`}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-activedescendant={
        drawn.some((it) => it.index === current?.index) ? current?.id : undefined
      }
      onPointerMove={(event) => event.pointerType === 'mouse' && rest.onPoint?.()}
      onPointerLeave={rest.onLeave}
    >
      {head}
      <div class="canvas" role="rowgroup" style={{ height: `${rows.getTotalSize()}px` }}>
        {drawn.map(({ index, start, size }) =>
          row(index, { transform: `translateY(${start}px)`, height: `${size}px` }),
        )}
      </div>
    </div>
  )
}
