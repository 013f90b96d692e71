import { useSignal } from '@preact/signals'
import { Problem } from '../api/problem'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { Failure } from '../ui/states'
import { words } from '../words/words'
import { signIn } from './session'

/** E-mail and password; then, if the account has a second factor, its code. */
export function SignInForm({ title }: { title: string }) {
  const t = words.value.signIn
  const email = useSignal('')
  const password = useSignal('')
  const code = useSignal('')
  const asksForCode = useSignal(false)
  const busy = useSignal(false)
  const failure = useSignal<unknown>(null)

  async function submit(event: Event) {
    event.preventDefault()
    busy.value = true
    failure.value = null
    try {
      const factor = asksForCode.value ? { code: code.value } : {}
      await signIn({ email: email.value.trim(), password: password.value, ...factor })
    } catch (problem) {
      refused(problem)
    }
    busy.value = false
  }

  function refused(problem: unknown) {
    const wanted = problem instanceof Problem && problem.code === 'second-factor-required'
    if (wanted) asksForCode.value = true
    else failure.value = problem
    code.value = ''
  }

  return (
    <form class="stack" onSubmit={submit}>
      <h1 tabIndex={-1}>{title}</h1>
      {asksForCode.value ? (
        <Field of={code} label={t.code} hint={t.codeHint} autocomplete="one-time-code" focused />
      ) : (
        <>
          <Field of={email} label={t.email} type="email" autocomplete="username" focused />
          <Field of={password} label={t.password} type="password" autocomplete="current-password" />
        </>
      )}
      {failure.value !== null && <Failure failure={failure.value} />}
      <Button type="submit" kind="main" busy={busy.value}>
        {asksForCode.value ? t.confirm : t.action}
      </Button>
      {asksForCode.value && (
        <Button
          onClick={() => {
            asksForCode.value = false
          }}
        >
          {t.back}
        </Button>
      )}
    </form>
  )
}
