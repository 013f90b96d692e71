import { signal } from '@preact/signals'

export interface Shortcut {
  /** As `KeyboardEvent.key`, or two of them, one after the other: `g b`. */
  keys: string
  word: () => string
  run: () => void
  /** Counts before those of a page. */
  first?: boolean
}

export const helpShown = signal(false)
const groups = signal<readonly (readonly Shortcut[])[]>([])
export const shortcuts = groups

const SEQUENCE_MS = 1200

/** Adds shortcuts for as long as a page is shown. */
export function offer(added: readonly Shortcut[]): () => void {
  groups.value = [...groups.peek(), added]
  return () => {
    groups.value = groups.peek().filter((it) => it !== added)
  }
}

let before = { key: '', at: 0 }

export function listenForKeys() {
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return
    const pressed = isRecent() ? `${before.key} ${event.key}` : event.key
    const found = find(pressed) ?? find(event.key)
    before = { key: event.key, at: Date.now() }
    if (found) {
      event.preventDefault()
      before = { key: '', at: 0 }
      found.run()
    }
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}

const isRecent = () => before.key !== '' && Date.now() - before.at < SEQUENCE_MS

/** What was added last counts. */
function find(keys: string) {
  const found = groups
    .peek()
    .flat()
    .filter((it) => it.keys === keys)
  return found.findLast((it) => it.first) ?? found.at(-1)
}

const TYPED_INTO = 'input:not([type=range]), textarea, select, [contenteditable]'
/** What does something of its own at these keys. */
const PRESSED = 'a, button, summary, input, [role=button], [role=slider], [role=tab]'
const PRESSING = new Set(['Enter', ' ', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'])

/** Whether the key is for what has the focus. */
function isTaken(event: KeyboardEvent) {
  const target = event.target as HTMLElement
  if (target.matches(TYPED_INTO) || document.querySelector('dialog[open]')) return true
  return PRESSING.has(event.key) && target.closest(PRESSED) !== null
}
