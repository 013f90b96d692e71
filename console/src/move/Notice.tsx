import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { tell } from '../api/problem'
import { nameOf } from '../live/names'
import { Button } from '../ui/Button'
import { brief } from '../words/format'
import { words } from '../words/words'
import { changesOf } from './seen'
import { latest, type Move, undo } from './undo'
import { sentence } from './who'

const STANDS_MS = 20_000
const STANDS_UNDONE_MS = 6_000

type Standing = 'done' | 'undoing' | 'undone' | 'refused'

/** Says for a while that an order was moved, and takes it back. */
export function Notice({ move }: { move: Move }) {
  const t = words.value.move
  const standing = useSignal<Standing>('done')
  const failure = useSignal<unknown>(null)
  const stay = useStay(standing.value)
  const isDone = standing.value === 'done' || standing.value === 'undoing'

  async function takeBack() {
    standing.value = 'undoing'
    try {
      await undo(move)
      standing.value = 'undone'
    } catch (problem) {
      failure.value = problem
      standing.value = 'refused'
    }
  }

  return (
    <div class={`notice ${standing.value}`} role="status" {...stay}>
      <p>
        {isDone && t.moved(brief(move.orderId), nameOf(move.to))}
        {standing.value === 'undone' && t.undone(brief(move.orderId))}
        {standing.value === 'refused' && why(failure.value)}
      </p>
      {isDone && (
        <Button busy={standing.value === 'undoing'} onClick={takeBack}>
          {t.undo}
        </Button>
      )}
      <button type="button" class="tool" aria-label={words.value.confirm.close} onClick={letGo}>
        <span aria-hidden="true">×</span>
      </button>
    </div>
  )
}

const letGo = () => {
  latest.value = null
}

export function why(failure: unknown): string {
  const changes = changesOf(failure)
  if (!changes) return tell(failure)
  return `${words.value.move.notUndone} ${changes.map(sentence).join(' ')}`
}

/** It does not go away under the pointer or the focus. */
function useStay(standing: Standing) {
  const timer = useRef(0)
  const hold = () => clearTimeout(timer.current)
  const release = () => {
    hold()
    const long = standing === 'undone' ? STANDS_UNDONE_MS : STANDS_MS
    if (standing !== 'undoing') timer.current = window.setTimeout(letGo, long)
  }
  useEffect(() => {
    release()
    return hold
  }, [standing])
  return { onPointerEnter: hold, onPointerLeave: release, onFocusIn: hold, onFocusOut: release }
}
