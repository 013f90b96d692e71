import { computed, signal } from '@preact/signals'

const BASE = '/console'

const location = signal(read())

export const path = computed(() => location.value.path)
export const query = computed(() => new URLSearchParams(location.value.search))

function read() {
  const { pathname, search } = window.location
  return { path: pathname.slice(BASE.length) || '/', search }
}

export const href = (to: string) => BASE + to

export function go(to: string, how: 'push' | 'replace' = 'push') {
  const state = null
  if (how === 'push') history.pushState(state, '', href(to))
  else history.replaceState(state, '', href(to))
  location.value = read()
}

/** Changes what the address says of the page that is shown, without a step in the history. */
export function ask(changes: Record<string, string | null>) {
  const next = new URLSearchParams(query.peek())
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  const text = next.toString()
  go(path.peek() + (text && `?${text}`), 'replace')
}

/** The parts of a path that a pattern such as `/orders/:id` names, or null. */
export function match(pattern: string, at: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = at.split('/')
  if (wanted.length !== given.length) return null
  const named: Record<string, string> = {}
  for (const [i, part] of wanted.entries()) {
    const text = given[i] ?? ''
    if (part.startsWith(':') && text) named[part.slice(1)] = decodeURIComponent(text)
    else if (part !== text) return null
  }
  return named
}

export function followAddress() {
  addEventListener('popstate', () => {
    location.value = read()
  })
  document.addEventListener('click', (click) => {
    const link = (click.target as Element).closest?.('a')
    if (link && isOurs(link) && isPlain(click)) {
      click.preventDefault()
      go(link.pathname.slice(BASE.length) + link.search)
    }
  })
}

function isOurs(link: HTMLAnchorElement) {
  const within = link.pathname === BASE || link.pathname.startsWith(`${BASE}/`)
  return within && link.origin === window.location.origin && !link.target && !link.download
}

function isPlain(click: MouseEvent) {
  const held = click.metaKey || click.ctrlKey || click.shiftKey || click.altKey
  return click.button === 0 && !held && !click.defaultPrevented
}
