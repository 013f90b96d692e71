import { useSignal } from '@preact/signals'
import { Problem } from '../api/problem'
import type { Order } from '../api/types'
import { Button } from '../ui/Button'
import { words } from '../words/words'
import { isMovable } from './move'
import { why } from './Notice'
import { forget, latest, moves, undo } from './undo'

/** As long as nobody has pinned the order otherwise since, the move can be taken back. */
export function UndoMove({ order, done }: { order: Order; done: () => void }) {
  const busy = useSignal(false)
  const failure = useSignal<unknown>(null)
  const move = moves.value.get(order.orderId)
  const isPossible = move && isMovable(order) && order.pinnedTo === move.to

  async function takeBack() {
    if (!move) return
    busy.value = true
    failure.value = null
    try {
      await undo(move)
      latest.value = null
    } catch (problem) {
      failure.value = problem
      if (!(problem instanceof Problem && problem.mayPass)) forget(move)
    }
    busy.value = false
    done()
  }

  return (
    <>
      {failure.value !== null && (
        <p class="warn" role="alert">
          {why(failure.value)}
        </p>
      )}
      {isPossible && (
        <Button busy={busy.value} onClick={takeBack}>
          {words.value.move.undoMove}
        </Button>
      )}
    </>
  )
}
