import { useResource } from '../api/resource'
import type { Health } from '../api/types'
import { Card } from '../ui/Card'
import { Show } from '../ui/states'
import { named, words } from '../words/words'

const EVERY_MS = 5_000

/** What the engine relies on. In production only its standing as a whole is told. */
export function Dependencies() {
  const t = words.value.system
  const health = useResource<Health>('/health', EVERY_MS)
  return (
    <Card title={t.health}>
      <Show of={health} lines={1}>
        {({ status, components }) => (
          <ul class="badges">
            {Object.entries(components ?? { engine: { status } }).map(([name, it]) => (
              <li key={name}>
                <span class={`badge ${it.status === 'UP' ? 'good' : 'bad'}`}>
                  {named({}, name)} · {named(t.healthStates, it.status.toLowerCase())}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Show>
    </Card>
  )
}
