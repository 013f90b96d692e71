import { useSignal } from '@preact/signals'
import { now } from '../live/clock'
import { isLive, playing, rewindTo, SPEEDS } from '../live/moment'
import { Icon, type IconName } from '../ui/Icon'
import { Failure } from '../ui/states'
import { words } from '../words/words'
import { playAt, playOrPause, speed } from './rewind'
import { Slider } from './Slider'
import { began, chosen, day, end, midnight, type Reach, reach } from './span'
import { mayStep, stepEvent, stepMinutes } from './steps'

export function Controls() {
  const t = words.value.rewind
  const failure = useSignal<unknown>(null)
  const live = isLive.value
  const plays = playing.value !== null
  const step = (by: 1 | -1) => async () => {
    failure.value = null
    await stepEvent(by).catch((problem) => {
      failure.value = problem
    })
  }
  return (
    <>
      <div class="rewind-controls">
        <div class="steps" role="group" aria-label={t.steps}>
          {mayStep() && (
            <Step icon="earlier" label={t.keys.eventBack} disabled={live} run={step(-1)} />
          )}
          <Step
            text="−1"
            label={t.keys.minuteBack}
            kind="minute"
            disabled={live}
            run={() => stepMinutes(-1)}
          />
          <Step
            icon={plays ? 'pause' : 'play'}
            label={plays ? t.pause : t.play}
            disabled={live}
            run={playOrPause}
            kind="main"
          />
          <Step
            text="+1"
            label={t.keys.minuteOn}
            kind="minute"
            disabled={live}
            run={() => stepMinutes(1)}
          />
          {mayStep() && <Step icon="later" label={t.keys.eventOn} disabled={live} run={step(1)} />}
        </div>
        <div class="speeds" role="group" aria-label={t.speed}>
          {SPEEDS.map((it) => (
            <button
              type="button"
              key={it}
              aria-pressed={speed.value === it}
              title={t.times(it)}
              onClick={() => playAt(it)}
            >
              {it}×
            </button>
          ))}
        </div>
        <Slider />
        <Typed />
        <Reaches />
      </div>
      {failure.value !== null && <Failure failure={failure.value} />}
    </>
  )
}

interface StepProps {
  label: string
  icon?: IconName
  text?: string
  disabled: boolean
  kind?: string
  run: () => void
}

function Step({ label, icon, text, disabled, kind = '', run }: StepProps) {
  return (
    <button
      type="button"
      class={`tool ${kind}`}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={run}
    >
      {icon ? <Icon name={icon} /> : <span aria-hidden="true">{text}</span>}
    </button>
  )
}

/** A time that is typed; as long as somebody types, it stays as it is. */
function Typed() {
  const t = words.value.rewind
  const draft = useSignal<string | null>(null)
  const shown = draft.value ?? local(now.value)
  function take() {
    const at = new Date(draft.value ?? '').getTime()
    draft.value = null
    if (!Number.isNaN(at)) rewindTo(at)
  }
  return (
    <input
      class="typed"
      type="datetime-local"
      step={1}
      aria-label={t.time}
      title={t.time}
      max={local(end.value)}
      value={shown}
      onInput={(event) => {
        draft.value = event.currentTarget.value
      }}
      onKeyDown={(event) => event.key === 'Enter' && take()}
      onBlur={() => draft.value !== null && take()}
    />
  )
}

/** As a field for dates wants it: by this device's clock. */
function local(at: number) {
  const date = new Date(at)
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}

const CHOICES: readonly Reach[] = ['1h', '6h', '24h', 'all', 'day']

function Reaches() {
  const t = words.value.rewind
  return (
    <select
      class="reach"
      aria-label={t.reach}
      title={t.reach}
      value={reach.value}
      onChange={(event) => {
        chosen.value = event.currentTarget.value as Reach
        day.value = midnight(now.peek())
      }}
    >
      {CHOICES.filter((it) => it !== 'all' || began.value !== null).map((it) => (
        <option key={it} value={it}>
          {t.reaches[it]}
        </option>
      ))}
    </select>
  )
}
