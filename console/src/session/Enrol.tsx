import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { Failure, Loading } from '../ui/states'
import { words } from '../words/words'
import * as door from './door'
import { QrCode } from './QrCode'
import { enrolment } from './session'

/** Staff need a second factor: it is enabled here, and then one signs in again. */
export function Enrol({ token }: { token: string }) {
  const proposed = useSignal<door.Enrolment | null>(null)
  const recovery = useSignal<string[]>([])
  const failure = useSignal<unknown>(null)
  useEffect(() => {
    door.enrol(token).then(
      (it) => {
        proposed.value = it
      },
      (problem) => {
        failure.value = problem
      },
    )
  }, [token])

  if (recovery.value.length) return <RecoveryCodes codes={recovery.value} />
  if (!proposed.value) return failure.value ? <Failure failure={failure.value} /> : <Loading />
  const done = (codes: string[]) => {
    recovery.value = codes
  }
  return <Secret proposed={proposed.value} token={token} done={done} />
}

interface SecretProps {
  proposed: door.Enrolment
  token: string
  done: (recoveryCodes: string[]) => void
}

function Secret({ proposed, token, done }: SecretProps) {
  const t = words.value.signIn
  const code = useSignal('')
  const busy = useSignal(false)
  const failure = useSignal<unknown>(null)

  async function submit(event: Event) {
    event.preventDefault()
    busy.value = true
    failure.value = null
    try {
      done((await door.confirm(token, code.value)).recoveryCodes)
    } catch (problem) {
      failure.value = problem
    }
    busy.value = false
  }

  return (
    <form class="stack" onSubmit={submit}>
      <h1 tabIndex={-1}>{t.enrol}</h1>
      <p>{t.enrolHint}</p>
      <QrCode text={proposed.otpauthUri} label={t.qr} />
      <p class="secret">
        <code>{proposed.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <p>
        <a href={proposed.otpauthUri}>{t.openApp}</a>
      </p>
      <Field of={code} label={t.code} hint={t.codeHint} autocomplete="one-time-code" focused />
      {failure.value !== null && <Failure failure={failure.value} />}
      <Button type="submit" kind="main" busy={busy.value}>
        {t.confirm}
      </Button>
    </form>
  )
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = words.value.signIn
  return (
    <div class="stack">
      <h1 tabIndex={-1}>{t.recovery}</h1>
      <p>{t.recoveryHint}</p>
      <ul class="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button
        kind="main"
        onClick={() => {
          enrolment.value = null
        }}
      >
        {t.recoveryKept}
      </Button>
    </div>
  )
}
