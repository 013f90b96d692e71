import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { postOnce } from '../api/once'
import { Problem } from '../api/problem'
import type { Alert } from '../api/types'
import { alerts, readAlerts } from '../live/alerts'
import { Button } from '../ui/Button'
import { Confirm } from '../ui/Confirm'
import { Dialog } from '../ui/Dialog'
import { Failure } from '../ui/states'
import { words } from '../words/words'
import { me, spoken, who } from './said'

const LONGEST_NOTE = 300

interface Props {
  alert: Alert
  close: () => void
}

const at = (alert: Alert, action: string) =>
  `/v1/alerts/${encodeURIComponent(alert.alertId)}/${action}`

/** Says that oneself sees to it; who comes second is told who was first. */
export function Take({ alert, close }: Props) {
  const t = words.value.alerts
  const note = useSignal('')
  const busy = useSignal(false)
  const failure = useSignal<unknown>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const prevented = usePrevented(alert)

  async function submit(event: Event) {
    event.preventDefault()
    busy.value = true
    failure.value = null
    try {
      await postOnce(at(alert, 'acknowledge'), { note: note.value.trim() || null })
      await readAlerts()
      close()
    } catch (problem) {
      await readAlerts()
      failure.value = problem
    }
    busy.value = false
  }

  return (
    <Dialog title={t.takeTitle(spoken(alert))} held={busy.value} close={close}>
      <form class="stack" onSubmit={submit}>
        <p>{t.takeHint}</p>
        <label class="field">
          <span>{t.note}</span>
          <input
            ref={input}
            maxLength={LONGEST_NOTE}
            value={note.value}
            onInput={(event) => {
              note.value = event.currentTarget.value
            }}
          />
          <small class="quiet">{t.noteHint}</small>
        </label>
        {prevented ? (
          <p class="failure" role="alert">
            {prevented}
          </p>
        ) : (
          failure.value !== null && <Failure failure={failure.value} />
        )}
        <div class="actions">
          <Button disabled={busy.value} onClick={close}>
            {words.value.confirm.back}
          </Button>
          <Button type="submit" kind="main" disabled={prevented !== null} busy={busy.value}>
            {t.take}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Why there is nothing to take any more, as soon as it is known. */
function usePrevented(alert: Alert): string | null {
  const t = words.value.alerts
  const now = alerts.value?.find((it) => it.alertId === alert.alertId)
  if (!now) return alerts.value === null ? null : t.isOver
  if (now.takenBy === null || now.takenBy === me()) return null
  return t.taken(who(now.takenBy))
}

export function Release({ alert, close }: Props) {
  const t = words.value.alerts
  const others = alert.takenBy !== null && alert.takenBy !== me()
  const act = async () => {
    try {
      await postOnce(at(alert, 'release'), null)
    } catch (problem) {
      if (!(problem instanceof Problem && problem.code === 'alert-over')) throw problem
    }
    await readAlerts()
  }
  return (
    <Confirm
      title={t.releaseTitle(spoken(alert))}
      action={t.release}
      longest={0}
      close={close}
      act={act}
    >
      <p>{others ? t.releaseOthers(who(alert.takenBy ?? '')) : t.releaseHint}</p>
    </Confirm>
  )
}
