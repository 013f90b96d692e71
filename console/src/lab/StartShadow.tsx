import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { putOnce } from '../api/once'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Failure } from '../ui/states'
import { words } from '../words/words'
import { another, choiceOf } from './choice'
import { Differences } from './Differences'
import { PolicyChoice } from './PolicyChoice'
import { numbersOf } from './policy'
import { refusal } from './StartRun'
import type { KnownPolicies } from './types'
import { lab } from './words'

interface Props {
  known: KnownPolicies
  started: () => Promise<void>
}

/** Puts a policy beside the live one. */
export function StartShadow({ known, started }: Props) {
  const t = lab.value.shadow
  const choice = useMemo(() => choiceOf(known.policies, another(known.policies)), [])
  const reason = useSignal('')
  const busy = useSignal(false)
  const failure = useSignal<unknown>(null)
  const live = known.policies.find((it) => it.live)
  const chosen = choice.numbers.value
  const sound = Object.keys(choice.faults.value).length === 0
  const ready = chosen !== null && sound && reason.value.trim() !== ''

  async function start(event: Event) {
    event.preventDefault()
    const body = { policy: choice.written.value, reason: reason.value.trim() }
    busy.value = true
    failure.value = null
    try {
      await putOnce('/v1/dispatch/shadow', body)
      await started()
    } catch (problem) {
      failure.value = problem
    }
    busy.value = false
  }

  const refused = refusal(failure.value, 'policy')
  return (
    <Card title={t.start}>
      <form class="stack" onSubmit={start}>
        <p class="quiet">
          {t.hint} {t.startHint}
        </p>
        <PolicyChoice of={choice} label={lab.value.policy} refused={refused} />
        {live && chosen && sound && <Differences first={numbersOf(live.numbers)} second={chosen} />}
        <label class="field">
          <span>{words.value.confirm.reason}</span>
          <textarea
            rows={2}
            maxLength={300}
            required
            value={reason.value}
            onInput={(event) => {
              reason.value = event.currentTarget.value
            }}
          />
        </label>
        {failure.value !== null && refused === null && <Failure failure={failure.value} />}
        <div class="actions">
          <Button type="submit" kind="main" disabled={!ready} busy={busy.value}>
            {t.startAction}
          </Button>
        </div>
      </form>
    </Card>
  )
}
