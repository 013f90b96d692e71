import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core'
import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useReducer } from 'preact/hooks'

const BEYOND = 10

/** Which of many rows of one height are to be drawn. */
export function useRows(count: number, height: number, scroller: RefObject<HTMLElement | null>) {
  const [, redraw] = useReducer((drawn: number, _: null) => drawn + 1, 0)
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: BEYOND,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(null),
  }
  const rows = useMemo(() => new Virtualizer<HTMLElement, HTMLElement>(options), [])
  rows.setOptions(options)
  useLayoutEffect(() => rows._didMount(), [rows])
  useLayoutEffect(() => rows._willUpdate())
  useLayoutEffect(() => rows.measure(), [rows, height])
  return rows
}
