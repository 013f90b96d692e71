import { language, words } from '../words/words'
import { Enrol } from './Enrol'
import { SignInForm } from './SignInForm'
import { enrolment, isLeaving } from './session'

export function SignIn() {
  const t = words.value.signIn
  return (
    <main class="entrance">
      <div class="card narrow">
        <p class="mark">Antar</p>
        {isLeaving.value && (
          <p class="failure" role="status">
            {t.leaving}
          </p>
        )}
        {enrolment.value ? <Enrol token={enrolment.value} /> : <SignInForm title={t.title} />}
      </div>
      <button
        type="button"
        class="tool text"
        lang={language.value === 'en' ? 'id' : 'en'}
        onClick={() => {
          language.value = language.value === 'en' ? 'id' : 'en'
        }}
      >
        {words.value.shell.otherLanguage}
      </button>
    </main>
  )
}
