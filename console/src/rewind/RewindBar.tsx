import { useEffect } from 'preact/hooks'
import { isSet } from '../live/clock'
import { isLive, pause } from '../live/moment'
import { offer } from '../shell/shortcuts'
import { words } from '../words/words'
import { Controls } from './Controls'
import { isOpen, isShown, leave, playOrPause } from './rewind'
import { Strip } from './Strip'
import { moveEnd, readBegan } from './span'
import { mayStep, stepEvent, stepMinutes } from './steps'
import { Told } from './Told'

const END_MOVES_MS = 15_000

/** Turns the console to any moment. */
export function RewindBar() {
  useEffect(() => offer([key('r', 'open', open)]), [])
  return (
    <>
      <Told />
      {isShown.value && <Bar />}
    </>
  )
}

function open() {
  if (isOpen.value && isLive.value) return leave()
  isOpen.value = true
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.rewind-slider')?.focus())
}

function Bar() {
  const t = words.value.rewind
  const rewound = !isLive.value
  useEffect(moveEnd, [isSet.value])
  useEffect(() => {
    void readBegan().catch(() => undefined)
    const timer = setInterval(() => document.hidden || moveEnd(), END_MOVES_MS)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => (rewound ? offer(keys()) : undefined), [rewound])
  return (
    <section class="rewind" aria-label={t.title}>
      {rewound && <Strip />}
      <Controls />
    </section>
  )
}

type Key = keyof typeof words.value.rewind.keys

const key = (keys: string, name: Key, run: () => void) => ({
  keys,
  word: () => words.value.rewind.keys[name],
  run,
  first: true,
})

function keys() {
  const steps = [
    key('[', 'eventBack', () => void stepEvent(-1).catch(pause)),
    key(']', 'eventOn', () => void stepEvent(1).catch(pause)),
  ]
  return [
    key('l', 'live', leave),
    key('Escape', 'live', leave),
    key('p', 'play', playOrPause),
    key(',', 'minuteBack', () => stepMinutes(-1)),
    key('.', 'minuteOn', () => stepMinutes(1)),
    ...(mayStep() ? steps : []),
  ]
}
