import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { isSet, speed as life, liveNow, now } from '../live/clock'
import { goLive, isLive, playing, rewindTo } from '../live/moment'
import { clockTime, count, dayTime, dayTimeSeconds } from '../words/format'
import { term } from '../words/terms'
import { words } from '../words/words'
import { type Busy, QUIET, readBusy } from './busy'
import { leave } from './rewind'
import { reach, span } from './span'

const STEP_MS = 10_000
const PAGE_MS = 5 * 60_000
const FRESH_MS = 30_000

/** The span, how busy it was, and the moment within it; its right end is now. */
export function Slider() {
  const t = words.value.rewind
  const { from, to } = span.value
  const live = isLive.value
  const at = live ? to : Math.min(Math.max(now.value, from), to)
  const busy = useBusy()
  const share = (at - from) / Math.max(to - from, 1)
  return (
    <div class="rewind-span">
      <div class="rewind-track" title={summary(busy)}>
        <Bars busy={busy} from={from} to={to} share={share} />
        <input
          type="range"
          class="rewind-slider"
          min={from}
          max={to}
          step={1000}
          value={at}
          aria-label={t.moment}
          aria-valuetext={live ? t.live : spoken(at)}
          onInput={(event) => slide(Number(event.currentTarget.value), to)}
          onKeyDown={(event) => press(event, at, from)}
        />
      </div>
      <div class="ends" aria-hidden="true">
        <span>{wide(from, to) ? dayTime(from) : clockTime(from)}</span>
        <span>{wide(from, to) ? dayTime(to) : clockTime(to)}</span>
      </div>
    </div>
  )
}

const wide = (from: number, to: number) => to - from > 20 * 3_600_000

/** A slider that is played would talk all the time. */
function spoken(at: number) {
  const t = words.value.rewind
  return playing.value === null ? dayTimeSeconds(at) : t.plays(playing.value)
}

/** Its right end is now, though time has gone on since it was drawn. */
function slide(at: number, to: number) {
  if (at >= to) goLive()
  else rewindTo(at)
}

function press(event: KeyboardEvent, at: number, from: number) {
  const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
  const page = { PageDown: -1, PageUp: 1 }[event.key]
  const step = by ? by * STEP_MS : (page ?? 0) * PAGE_MS
  const live = isLive.peek()
  if (step && !(live && step > 0)) rewindTo((live ? liveNow() : at) + step)
  else if (event.key === 'Home') rewindTo(from)
  else if (event.key === 'End') leave()
  else if (!step) return
  event.preventDefault()
  event.stopPropagation()
}

function summary({ slices, incidents, whole }: Busy) {
  const t = words.value.rewind
  const orders = slices.reduce((sum, it) => sum + it.orders, 0)
  const told = `${t.orders(count(orders))} · ${t.incidents(count(incidents.length))}`
  return whole ? told : `${told} · ${t.notAll}`
}

interface BarsProps {
  busy: Busy
  from: number
  to: number
  share: number
}

const WIDTH = 1000
const HEIGHT = 28
const MARK = 5
/** Of a slice, by its bar. */
const FILLED = 0.75

function Bars({ busy, from, to, share }: BarsProps) {
  const most = Math.max(1, ...busy.slices.map((it) => it.orders))
  const x = (at: number) => ((at - from) / Math.max(to - from, 1)) * WIDTH
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="before" x={0} y={0} width={Math.max(0, share * WIDTH)} height={HEIGHT} />
      {busy.slices.map((it) => {
        const height = (it.orders / most) * (HEIGHT - MARK - 2)
        const width = Math.max(0, x(it.to) - x(it.from)) * FILLED
        return (
          <rect
            key={it.from}
            class="bar"
            x={x(it.from)}
            y={HEIGHT - height}
            width={width}
            height={height}
          />
        )
      })}
      {busy.incidents.map((it, i) => (
        <rect key={i} class="incident" x={x(it.at) - 1} y={0} width={2} height={MARK}>
          <title>{term(it.type)}</title>
        </rect>
      ))}
    </svg>
  )
}

/** Read anew when the span is another one, and now and then as it grows. */
function useBusy(): Busy {
  const busy = useSignal(QUIET)
  const { from, to } = span.value
  const turn = Math.floor(to / (FRESH_MS * life.value))
  const first = Math.floor(from / (FRESH_MS * life.value))
  useEffect(() => {
    if (!isSet.value) return
    const life = new AbortController()
    readBusy({ from, to }, life.signal).then(
      (read) => {
        busy.value = read
      },
      () => undefined,
    )
    return () => life.abort()
  }, [isSet.value, reach.value, turn, first, busy])
  return busy.value
}
