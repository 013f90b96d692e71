import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface Props {
  title: string
  aside?: ComponentChildren
  kind?: string
  children: ComponentChildren
}

export function Card({ title, aside, kind = '', children }: Props) {
  const id = useId()
  return (
    <section class={`card ${kind}`} aria-labelledby={id}>
      <div class="title">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
