import { effect } from '@preact/signals'
import { freshToken, renew, standing } from '../session/session'
import { Stream } from './stream'

/** The line of this window. */
export const stream = new Stream({
  open: (token, ear) => {
    const address = new URL('/v1/stream', window.location.href)
    address.protocol = address.protocol.replace('http', 'ws')
    const line = new WebSocket(address, ['antar.v1.json', `antar.bearer.${token}`])
    line.onopen = ear.opened
    line.onmessage = ({ data }) => ear.heard(data)
    line.onclose = ({ code }) => ear.closed(code)
    return line
  },
  token: freshToken,
  renew,
  now: Date.now,
  random: Math.random,
  later: (work, milliseconds) => window.setTimeout(work, milliseconds),
  cancel: (timer) => window.clearTimeout(timer),
})

export function keepLine() {
  addEventListener('online', () => stream.hope())
  document.addEventListener('visibilitychange', () => document.hidden || stream.hope())
  effect(() => {
    if (standing.value === 'in') stream.hope()
    if (standing.value === 'out') stream.close()
  })
}
