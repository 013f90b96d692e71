import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { engineNow } from '../live/clock'
import { isLive, moment, playing } from '../live/moment'
import { dayTimeSeconds } from '../words/format'
import { words } from '../words/words'

const STILL_MS = 800

/** For who does not see the strip: where it stands once it stands still, and what it does. */
export function Told() {
  const said = useSignal('')
  const was = useRef(false)
  const speed = playing.value
  const at = speed === null ? moment.value?.at : null
  useEffect(() => {
    if (isLive.value && !was.current) return
    was.current = true
    const timer = setTimeout(() => {
      const t = words.peek().rewind
      if (isLive.peek()) said.value = t.liveAgain
      else if (speed !== null) said.value = t.plays(speed)
      else said.value = `${t.asItWas} ${dayTimeSeconds(engineNow())}. ${t.notLive}`
    }, STILL_MS)
    return () => clearTimeout(timer)
  }, [speed, at, said])
  return (
    <p class="visually-hidden" role="status">
      {said.value}
    </p>
  )
}
