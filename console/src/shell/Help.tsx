import { useEffect } from 'preact/hooks'
import { may } from '../session/session'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { words } from '../words/words'
import { go } from './address'
import { SECTIONS } from './pages'
import { helpShown, offer, shortcuts } from './shortcuts'

export function Help() {
  useEffect(
    () =>
      offer([
        ...SECTIONS.filter((it) => may(it.permission)).map((it) => ({
          keys: `g ${it.key}`,
          word: () => it.word(words.value),
          run: () => go(it.pattern),
        })),
        {
          keys: '?',
          word: () => words.value.shell.shortcuts,
          run: () => {
            helpShown.value = true
          },
        },
      ]),
    [],
  )
  if (!helpShown.value) return null
  const close = () => {
    helpShown.value = false
  }
  return (
    <Dialog title={words.value.shell.shortcuts} close={close}>
      <dl class="shortcuts">
        {shortcuts.value.flat().map(({ keys, word }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{NAMES[key] ?? key}</kbd>
              ))}
            </dt>
            <dd>{word()}</dd>
          </div>
        ))}
      </dl>
      <div class="actions">
        <Button onClick={close}>{words.value.confirm.close}</Button>
      </div>
    </Dialog>
  )
}

const NAMES: Record<string, string> = { Enter: '↵', Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑' }
