import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface Props {
  title: string
  kind?: 'plain' | 'wide'
  /** What cannot be left now, such as while something is being sent. */
  held?: boolean
  close: () => void
  children: ComponentChildren
}

/** The browser's own dialog: it keeps the focus inside, and gives it back. */
export function Dialog({ title, kind = 'plain', held = false, close, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    element.current?.showModal()
  }, [])
  // Browsers that do not know closedby close it at a second Escape, whatever is said to the first.
  const closed = () => (held ? element.current?.showModal() : close())
  return (
    <dialog
      closedby={held ? 'none' : 'closerequest'}
      ref={element}
      class={`dialog ${kind}`}
      aria-label={title}
      onCancel={(event) => held && event.preventDefault()}
      onClose={closed}
    >
      <h2>{title}</h2>
      {children}
    </dialog>
  )
}
