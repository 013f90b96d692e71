import { useEffect, useRef } from 'preact/hooks'
import { offer } from '../shell/shortcuts'
import { Icon } from './Icon'

interface Props {
  label: string
  /** What its key does, in the list of keys. */
  word: () => string
  text: string
  find: (text: string) => void
  enter?: () => void
}

/** Where one types what is looked for; `/` leads there. */
export function Find({ label, word, text, find, enter }: Props) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => offer([{ keys: '/', word, run: () => input.current?.select() }]), [])
  return (
    <search class="find">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onInput={(event) => find(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') input.current?.blur()
          if (event.key === 'Enter') enter?.()
        }}
      />
      <kbd>/</kbd>
    </search>
  )
}
