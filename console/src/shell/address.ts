import { computed, signal } from '@preact/signals'

const BASE = '/console'

const NOWHERE = { pathname: BASE, search: '' }

const location = signal(read())

export const path = computed(() => location.value.path)
export const query = computed(() => new URLSearchParams(location.value.search))

function read() {
  const { pathname, search } = globalThis.window?.location ?? NOWHERE
  return { path: pathname.slice(BASE.length) || '/', search }
}

export const href = (to: string) => BASE + to

/** What stays in the address from page to page: the moment that the console shows. */
const LASTING = ['at', 'position'] as const
type Lasting = Partial<Record<(typeof LASTING)[number], string>>
let lasting: Lasting = {}

/** An address that names a moment itself leads to that one. */
export function go(to: string, how: 'push' | 'replace' = 'push') {
  const [path = '', search = ''] = to.split('?')
  const said = new URLSearchParams(search)
  set(said.has('at') ? to : path + lastingIn(said), how)
}

/** From now on, this stays in the address. */
export function keep(said: Lasting) {
  lasting = said
  set(path.peek() + lastingIn(new URLSearchParams(query.peek())), 'replace')
}

function lastingIn(said: URLSearchParams) {
  for (const name of LASTING) {
    const value = lasting[name]
    if (value) said.set(name, value)
    else said.delete(name)
  }
  return written(said)
}

function written(said: URLSearchParams) {
  const text = said.toString().replaceAll('%3A', ':')
  return text && `?${text}`
}

function set(to: string, how: 'push' | 'replace') {
  if (how === 'push') history.pushState(null, '', href(to))
  else history.replaceState(null, '', href(to))
  location.value = read()
}

/** Changes what the address says of the page that is shown, without a step in the history. */
export function ask(changes: Record<string, string | null>) {
  const next = new URLSearchParams(query.peek())
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  set(path.peek() + written(next), 'replace')
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
  // Going back to a page is no going back to the moment at which it was looked at.
  addEventListener('popstate', () => {
    const { path, search } = read()
    set(path + lastingIn(new URLSearchParams(search)), 'replace')
  })
  document.addEventListener('click', (click) => {
    const link = (click.target as Element).closest?.('a')
    if (link && isOurs(link) && isPlain(click)) {
      click.preventDefault()
      go(link.pathname.slice(BASE.length) + link.search)
    }
  })
}

/** A link to a place on the page that is shown is the browser's. */
export function isOurs(link: HTMLAnchorElement) {
  const here = window.location
  const within = link.pathname === BASE || link.pathname.startsWith(`${BASE}/`)
  const isHere = link.pathname === here.pathname && link.search === here.search
  const leads = within && link.origin === here.origin && !(isHere && link.hash)
  return leads && !link.target && !link.download
}

function isPlain(click: MouseEvent) {
  const held = click.metaKey || click.ctrlKey || click.shiftKey || click.altKey
  return click.button === 0 && !held && !click.defaultPrevented
}
