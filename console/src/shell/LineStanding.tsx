import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { stream } from '../live/line'
import { isLive } from '../live/moment'
import { words } from '../words/words'

const WORTH_SAYING_SECONDS = 20

/** Whether what is shown is live, and how old it is if not. */
export function LineStanding() {
  const t = words.value.line
  const state = stream.state.value
  const age = useAge()
  if (state === 'closed' || !isLive.value) return null
  const old = state !== 'live' || age > WORTH_SAYING_SECONDS
  return (
    <p class={`line ${state}`}>
      <span class="light" aria-hidden="true" />
      <span role="status">{t[state]}</span>
      {old && stream.heardAt.value > 0 && <span class="quiet"> {t.age(age)}</span>}
    </p>
  )
}

function useAge() {
  const age = useSignal(0)
  useEffect(() => {
    const timer = setInterval(() => {
      age.value = Math.round((Date.now() - stream.heardAt.peek()) / 1000)
    }, 1000)
    return () => clearInterval(timer)
  }, [age])
  return age.value
}
