import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface Props {
  title: string
  kind?: 'plain' | 'wide'
  close: () => void
  children: ComponentChildren
}

/** The browser's own dialog: it keeps the focus inside, and gives it back. */
export function Dialog({ title, kind = 'plain', close, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    element.current?.showModal()
  }, [])
  return (
    <dialog ref={element} class={`dialog ${kind}`} aria-label={title} onClose={close}>
      <h2>{title}</h2>
      {children}
    </dialog>
  )
}
