import { useSignal } from '@preact/signals'
import { postOnce } from '../api/once'
import { useResource } from '../api/resource'
import type { DeadLetter } from '../api/types'
import { may } from '../session/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Confirm } from '../ui/Confirm'
import { Scrolling } from '../ui/Scrolling'
import { Empty, Show } from '../ui/states'
import { Clock } from '../ui/Time'
import { brief, count } from '../words/format'
import { words } from '../words/words'

const EVERY_MS = 5_000

type Action = 'dryRun' | 'retry' | 'discard'

export function DeadLetters() {
  const t = words.value.system
  const found = useResource<{ letters: DeadLetter[] }>('/v1/ops/dead-letters?limit=100', EVERY_MS)
  const open = useSignal<{ letter: DeadLetter; action: Action } | null>(null)
  const act = (letter: DeadLetter, action: Action) => {
    open.value = { letter, action }
  }
  const close = () => {
    open.value = null
    void found.reload()
  }
  return (
    <Card title={t.letters}>
      <Show of={found} lines={2}>
        {({ letters }) =>
          letters.length ? <Letters letters={letters} act={act} /> : <Empty>{t.noLetters}</Empty>
        }
      </Show>
      {open.value && <Ask {...open.value} close={close} />}
    </Card>
  )
}

interface LettersProps {
  letters: DeadLetter[]
  act: (letter: DeadLetter, action: Action) => void
}

function Letters({ letters, act }: LettersProps) {
  const t = words.value.system
  return (
    <Scrolling label={t.letters}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t.columns.event}</th>
            <th scope="col">{t.columns.name}</th>
            <th scope="col">{t.columns.source}</th>
            <th scope="col">{t.columns.cause}</th>
            <th scope="col">{t.columns.since}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter.letterId}>
              <th scope="row">{letter.event}</th>
              <td>
                <code>{letter.processor}</code>
              </td>
              <td title={letter.source ?? ''}>{letter.source && brief(letter.source)}</td>
              <td>{letter.cause ?? t.waitsFor(count(letter.behind))}</td>
              <td>
                <Clock at={letter.parkedAt} />
              </td>
              <td>{may('ops:run') && <Actions letter={letter} act={act} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function Actions({ letter, act }: { letter: DeadLetter; act: LettersProps['act'] }) {
  const t = words.value.system
  const isView = letter.processor.startsWith('query.')
  return (
    <div class="actions">
      {isView && <Button onClick={() => act(letter, 'dryRun')}>{t.dryRun}</Button>}
      <Button onClick={() => act(letter, 'retry')}>{t.retry}</Button>
      <Button kind="grave" onClick={() => act(letter, 'discard')}>
        {t.discard}
      </Button>
    </div>
  )
}

interface AskProps {
  letter: DeadLetter
  action: Action
  close: () => void
}

function Ask({ letter, action, close }: AskProps) {
  const t = words.value.system
  const { letterId, processor } = letter
  const send = (reason: string) => {
    const at = '/v1/ops/dead-letters'
    if (action === 'discard')
      return postOnce(`${at}/${encodeURIComponent(letterId)}/discard`, { reason })
    const what = action === 'retry' ? 'retry' : 'dry-run'
    return postOnce(`${at}/${encodeURIComponent(processor)}/${what}`, { letterId })
  }
  const discards = action === 'discard'
  return (
    <Confirm
      title={`${t[action]}: ${letter.event}`}
      action={t[action]}
      grave={discards}
      longest={discards ? 300 : 0}
      close={close}
      act={send}
    >
      <p>{t[`${action}Hint`]}</p>
    </Confirm>
  )
}
