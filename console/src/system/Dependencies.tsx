import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { Problem } from '../api/problem'
import { type Resource, useResource } from '../api/resource'
import type { Health } from '../api/types'
import { Card } from '../ui/Card'
import { Show } from '../ui/states'
import { term } from '../words/terms'
import { named, words } from '../words/words'

const EVERY_MS = 30_000

/** What the engine relies on. In production only its standing as a whole is told. */
export function Dependencies() {
  const t = words.value.system
  const health = useHealth()
  return (
    <Card title={t.health}>
      <Show of={health} lines={1}>
        {({ status, components }) => (
          <ul class="badges">
            {Object.entries(components ?? { engine: { status } }).map(([name, it]) => (
              <li key={name}>
                <span class={`badge ${it.status === 'UP' ? 'good' : 'bad'}`}>
                  {term(name)} · {named(t.healthStates, it.status.toLowerCase())}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Show>
    </Card>
  )
}

/** An engine that is not well answers with 503, and says what it lacks all the same. */
function useHealth(): Resource<Health> {
  const asked = useResource<Health>('/health', EVERY_MS)
  return useMemo(() => {
    const told = computed(() => unwell(asked.failure.value))
    return {
      value: computed(() => told.value ?? asked.value.value),
      failure: computed(() => (told.value ? null : asked.failure.value)),
      reload: asked.reload,
    }
  }, [asked])
}

function unwell(failure: unknown): Health | null {
  const told = failure instanceof Problem ? failure.members : {}
  return typeof told.status === 'string' && told.components ? (told as unknown as Health) : null
}
