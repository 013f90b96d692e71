import type { ComponentChildren } from 'preact'

interface Props {
  children: ComponentChildren
  onClick?: () => void
  kind?: 'plain' | 'main' | 'grave'
  type?: 'button' | 'submit'
  disabled?: boolean
  busy?: boolean
  label?: string
}

export function Button({ children, onClick, kind = 'plain', type = 'button', ...rest }: Props) {
  const { disabled = false, busy = false, label } = rest
  return (
    <button
      type={type}
      class={`button ${kind}`}
      disabled={disabled || busy}
      aria-busy={busy}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
