import { useSignal } from '@preact/signals'
import { download } from '../api/client'
import { tell } from '../api/problem'
import { Button } from './Button'
import { Icon } from './Icon'
import { save } from './save'

interface Props {
  path: string
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
      save(await download(path, type, { patienceMs }), name)
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
