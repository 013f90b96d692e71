import type { OrderChange } from '../api/types'
import { nameOf } from '../live/names'
import { session } from '../session/session'
import { brief, clockSeconds } from '../words/format'
import { named, words } from '../words/words'

/** `operator:7c1e…` as a person says it. */
export function who(actor: string): string {
  const t = words.value
  const [role = '', id = ''] = actor.split(':')
  if (role === 'courier') return `${t.order.sides.courier} ${nameOf(id)}`
  if (role === 'system') return t.move.engine
  const me = session.value
  if (role === me?.role && id === me.subject) return t.move.yourself
  return `${named(t.shell.roles, role)} ${brief(id)}`
}

/** One change as a sentence, with who made it and when. */
export function sentence({ part, now, by, at }: OrderChange): string {
  const t = words.value.move.changed
  const what =
    part === 'stage'
      ? t.stage(named(words.value.stages, now ?? ''))
      : now
        ? t[part](nameOf(now))
        : t[part === 'pin' ? 'noPin' : 'noCarrier']
  if (!by || !at) return `${what}.`
  return `${what}: ${t.by(who(by), clockSeconds(at))}.`
}
