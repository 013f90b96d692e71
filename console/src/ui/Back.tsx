import { useEffect } from 'preact/hooks'
import { go, href } from '../shell/address'
import { offer } from '../shell/shortcuts'
import { Icon } from './Icon'

export function Back({ to, children }: { to: string; children: string }) {
  useEffect(
    () => offer([{ keys: 'Escape', word: () => children, run: () => go(to) }]),
    [to, children],
  )
  return (
    <a class="back" href={href(to)}>
      <Icon name="back" />
      {children}
    </a>
  )
}
