import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { words } from '../words/words'
import { SignInForm } from './SignInForm'
import { signOut } from './session'

/** A session that ended by itself takes nothing from the screen; only the button leaves it. */
export function SignInAgain() {
  const t = words.value.signIn
  return (
    <Dialog title={t.ended} held close={() => undefined}>
      <p class="quiet">{t.endedHint}</p>
      <SignInForm title={t.title} />
      <Button onClick={() => void signOut()}>{t.leave}</Button>
    </Dialog>
  )
}
