import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useId, useMemo } from 'preact/hooks'
import { postOnce } from '../api/once'
import { followBoard } from '../live/board'
import { isLive } from '../live/moment'
import { nameOf } from '../live/names'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Failure } from '../ui/states'
import { brief } from '../words/format'
import { words } from '../words/words'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { Consequences } from './Consequences'
import { type Look, lookAt } from './look'
import { type Asked, asked } from './move'
import { changesOf, handsOf } from './seen'
import { orderAt, remember } from './undo'
import { mayPin } from './whatIf'

const close = () => {
  asked.value = null
}

/** What moving the order would change; and the move itself, with a reason. */
export function MoveDialog(what: Asked) {
  const t = words.value.move
  const look = useMemo(() => lookAt(what), [what.orderId, what.courierId])
  const busy = useSignal(false)
  useEffect(followBoard, [])
  useEffect(() => {
    void look.again()
    return look.stop
  }, [look])
  return (
    <Dialog
      title={t.title(brief(what.orderId), nameOf(what.courierId))}
      kind="wide"
      held={busy.value}
      close={close}
    >
      <div class="stack">
        <Consequences look={look} />
        <Commit {...what} look={look} busy={busy} />
      </div>
    </Dialog>
  )
}

function Commit({ orderId, courierId, look, busy }: Asked & { look: Look; busy: Signal<boolean> }) {
  const t = words.value
  const reason = useSignal('')
  const failure = useSignal<unknown>(null)
  const hint = useId()
  const order = look.order.value
  const answer = look.answer.value
  const changes = changesOf(failure.value)
  const isThere = order?.pinnedTo === courierId
  const ready =
    isLive.value && answer !== null && mayPin(answer) && !isThere && reason.value.trim() !== ''

  function again() {
    failure.value = null
    void look.again()
  }

  async function submit(event: Event) {
    event.preventDefault()
    if (!order || !ready) return
    busy.value = true
    failure.value = null
    try {
      const body = { courierId, reason: reason.value.trim(), expected: handsOf(order) }
      await postOnce(orderAt(orderId, 'pin'), body)
      remember(orderId, order.pinnedTo, courierId)
      close()
    } catch (problem) {
      failure.value = problem
    }
    busy.value = false
  }

  return (
    <form class="stack" onSubmit={submit}>
      <label class="field">
        <span>{t.confirm.reason}</span>
        <input
          maxLength={200}
          required
          autocomplete="off"
          aria-describedby={hint}
          value={reason.value}
          onInput={(event) => {
            reason.value = event.currentTarget.value
          }}
        />
        <small id={hint} class="quiet">
          {t.confirm.reasonHint}
        </small>
      </label>
      {changes ? (
        <ChangedMeanwhile changes={changes} again={again} />
      ) : (
        <>
          {failure.value !== null && <Failure failure={failure.value} />}
          {look.isOld() && (
            <div class="failure" role="alert">
              <p>{t.move.isOld}</p>
              <Button onClick={again}>{t.move.lookAgain}</Button>
            </div>
          )}
        </>
      )}
      {isThere && <p role="status">{t.move.isThere(nameOf(courierId))}</p>}
      <div class="actions">
        <Button disabled={busy.value} onClick={close}>
          {t.confirm.back}
        </Button>
        <Button type="submit" kind="main" disabled={!ready || changes !== null} busy={busy.value}>
          {answer && !answer.possible ? t.move.pinAnyway : t.move.action}
        </Button>
      </div>
    </form>
  )
}
