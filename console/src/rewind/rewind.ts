import { computed, signal } from '@preact/signals'
import { goLive, isLive, moment, pause, play, playing, type Speed, written } from '../live/moment'
import { match, path, query } from '../shell/address'

/** Whether the slider is shown while the console is live; while it is not, it always is. */
export const isOpen = signal(false)
export const isShown = computed(() => isOpen.value || !isLive.value)

export const speed = signal<Speed>(10)

export function playOrPause() {
  if (playing.peek() === null) play(speed.peek())
  else pause()
}

export function playAt(chosen: Speed) {
  speed.value = chosen
  if (playing.peek() !== null) play(chosen)
}

export function leave() {
  isOpen.value = false
  goLive()
}

/** The pages that can show how it was. */
const WITH_PAST = ['/', '/board', '/map', '/orders/:id', '/couriers', '/couriers/:id']
export const hasPast = computed(() => WITH_PAST.some((it) => match(it, path.value) !== null))

/** Opens this page at this moment for whoever may see it. */
export function permalink() {
  const at = moment.peek()
  const said = new URLSearchParams(query.peek())
  for (const [name, value] of Object.entries(at ? written(at) : {})) said.set(name, value)
  const { origin, pathname } = window.location
  return `${origin}${pathname}?${said.toString().replaceAll('%3A', ':')}`
}
