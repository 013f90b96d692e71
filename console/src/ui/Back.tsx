import { href } from '../shell/address'
import { Icon } from './Icon'

export function Back({ to, children }: { to: string; children: string }) {
  return (
    <a class="back" href={href(to)}>
      <Icon name="back" />
      {children}
    </a>
  )
}
