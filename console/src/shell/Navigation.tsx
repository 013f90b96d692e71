import { may } from '../session/session'
import { Icon } from '../ui/Icon'
import { words } from '../words/words'
import { href, path } from './address'
import { SECTIONS } from './pages'

export function Navigation() {
  const shown = SECTIONS.filter((it) => may(it.permission))
  return (
    <nav class="navigation" aria-label={words.value.shell.navigation}>
      <span class="mark" aria-hidden="true">
        Antar
      </span>
      <ul>
        {shown.map((section) => (
          <li key={section.pattern}>
            <a
              href={href(section.pattern)}
              aria-current={isHere(section.pattern) ? 'page' : undefined}
            >
              <Icon name={section.icon} />
              <span>{section.word(words.value)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function isHere(pattern: string) {
  const at = path.value
  const within = at === pattern || at.startsWith(`${pattern}/`)
  return within || (pattern === '/board' && at.startsWith('/orders/'))
}
