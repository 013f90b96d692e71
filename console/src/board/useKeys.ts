import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { go } from '../shell/address'
import { offer } from '../shell/shortcuts'
import { words } from '../words/words'
import { current } from './selection'

/** Goes through the rows by keys, and opens the order of one. */
export function useKeys(ids: readonly string[], scrollTo: RefObject<(index: number) => void>) {
  const shown = useRef(ids)
  shown.current = ids
  useEffect(() => {
    const move = (by: number) => {
      const at = shown.current.indexOf(current.peek() ?? '')
      const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.current.length - 1)
      current.value = shown.current[next] ?? null
      scrollTo.current(next)
    }
    const open = () => current.peek() && go(`/orders/${current.peek()}`)
    const letGo = () => {
      current.value = null
    }
    const key = (keys: string, name: keyof typeof words.value.board.keys, run: () => void) => ({
      keys,
      word: () => words.value.board.keys[name],
      run,
    })
    return offer([
      key('j', 'next', () => move(1)),
      key('k', 'previous', () => move(-1)),
      key('ArrowDown', 'next', () => move(1)),
      key('ArrowUp', 'previous', () => move(-1)),
      key('Enter', 'open', open),
      key('Escape', 'clear', letGo),
    ])
  }, [scrollTo])
}
