import { useSignal } from '@preact/signals'
import { download } from '../api/client'
import { tell } from '../api/problem'
import { Button } from './Button'
import { Icon } from './Icon'
import { save } from './save'

interface Props {
  /** Of several files with the same columns one is made. */
  path: string | readonly string[]
  type: string
  name: string
  children: string
  patienceMs?: number
}

/** A file from the engine; a link could not say who asks. */
export function Download({ path, type, name, children, patienceMs = 60_000 }: Props) {
  const busy = useSignal(false)
  const failure = useSignal<unknown>(null)
  async function get() {
    busy.value = true
    failure.value = null
    try {
      const files = [path].flat().map((it) => download(it, type, { patienceMs }))
      save(await oneOf(await Promise.all(files), type), name)
    } catch (problem) {
      failure.value = problem
    }
    busy.value = false
  }
  return (
    <span class="download">
      <Button onClick={() => void get()} busy={busy.value}>
        <Icon name="download" />
        {children}
      </Button>
      {failure.value !== null && (
        <span class="small warn" role="alert">
          {tell(failure.value)}
        </span>
      )}
    </span>
  )
}

async function oneOf([first, ...others]: readonly Blob[], type: string): Promise<Blob> {
  if (!first) return new Blob([], { type })
  const rows = await Promise.all(
    others.map(async (it) => (await it.text()).replace(/^.*\r?\n/, '')),
  )
  return others.length === 0 ? first : new Blob([first, ...rows], { type })
}
