import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { isLive } from '../live/moment'
import { ChangedMeanwhile } from '../move/ChangedMeanwhile'
import { changesOf } from '../move/seen'
import { words } from '../words/words'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { Failure } from './states'

interface Props {
  title: string
  action: string
  grave?: boolean
  /** How long a reason may be; 0 if none is asked for. */
  longest?: number
  close: () => void
  act: (reason: string) => Promise<unknown>
  ready?: boolean
  /** Looks again at what was changed meanwhile. */
  again?: () => void
  children?: ComponentChildren
}

/** Asks before something is changed, with a reason that others will read. */
export function Confirm({ title, action, longest = 200, close, act, ...rest }: Props) {
  const { grave = false, ready = true, again, children } = rest
  const t = words.value.confirm
  const reason = useSignal('')
  const busy = useSignal(false)
  const failure = useSignal<unknown>(null)
  const changes = changesOf(failure.value)
  const complete = ready && isLive.value && (longest === 0 || reason.value.trim() !== '')

  async function submit(event: Event) {
    event.preventDefault()
    busy.value = true
    failure.value = null
    try {
      await act(reason.value.trim())
      close()
    } catch (problem) {
      failure.value = problem
    }
    busy.value = false
  }

  function lookAgain() {
    failure.value = null
    again?.()
  }

  return (
    <Dialog title={title} held={busy.value} close={close}>
      <form class="stack" onSubmit={submit}>
        {children}
        {longest > 0 && (
          <label class="field">
            <span>{t.reason}</span>
            <textarea
              rows={2}
              maxLength={longest}
              required
              value={reason.value}
              onInput={(event) => {
                reason.value = event.currentTarget.value
              }}
            />
            <small class="quiet">{t.reasonHint}</small>
          </label>
        )}
        {!isLive.value && <p class="warn">{words.value.rewind.noActions}</p>}
        {changes && <ChangedMeanwhile changes={changes} again={lookAgain} />}
        {failure.value !== null && !changes && <Failure failure={failure.value} />}
        <div class="actions">
          <Button disabled={busy.value} onClick={close}>
            {t.back}
          </Button>
          <Button
            type="submit"
            kind={grave ? 'grave' : 'main'}
            disabled={!complete || changes !== null}
            busy={busy.value}
          >
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
