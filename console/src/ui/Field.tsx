import type { Signal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'

interface Props {
  of: Signal<string>
  label: string
  hint?: string
  type?: 'text' | 'email' | 'password'
  autocomplete?: string
  focused?: boolean
}

export function Field({ of, label, hint, type = 'text', autocomplete = 'off', focused }: Props) {
  const hintId = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])
  return (
    <label class="field">
      <span>{label}</span>
      <input
        ref={input}
        type={type as 'text'}
        required
        autocomplete={autocomplete}
        aria-describedby={hint && hintId}
        value={of.value}
        onInput={(event) => {
          of.value = event.currentTarget.value
        }}
      />
      {hint && (
        <small id={hintId} class="quiet">
          {hint}
        </small>
      )}
    </label>
  )
}
