import type { ComponentChildren } from 'preact'

interface Props {
  label: string
  children: ComponentChildren
}

/** What may be wider than the screen. The keyboard has to be able to scroll it, too. */
export function Scrolling({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <div class="scrolling" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
