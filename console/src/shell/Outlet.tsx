import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Problem } from '../api/problem'
import { may } from '../session/session'
import { Button } from '../ui/Button'
import { Mishap } from '../ui/Mishap'
import { Failure, Loading } from '../ui/states'
import { words } from '../words/words'
import { go, match, path } from './address'
import { PAGES, type Page, type Parameters, SECTIONS } from './pages'
import { isOutdated } from './version'

/** The page that the address names. */
export function Outlet() {
  const found = find(path.value)
  if (path.value === '/') return <Home />
  if (!found) return <Missing />
  if (!may(found.page.permission)) return <Failure failure={new Problem('forbidden', 403, '')} />
  return <Loaded key={found.page.pattern} {...found} />
}

interface Found {
  page: Page
  parameters: Parameters
}

function find(at: string): Found | null {
  for (const page of PAGES) {
    const parameters = match(page.pattern, at)
    if (parameters) return { page, parameters }
  }
  return null
}

function Home() {
  useEffect(() => {
    const first = SECTIONS.find((it) => may(it.permission))
    if (first) go(first.pattern, 'replace')
  }, [])
  const none = !SECTIONS.some((it) => may(it.permission))
  return none ? <Failure failure={new Problem('forbidden', 403, '')} /> : <Loading />
}

function Missing() {
  return (
    <div class="page">
      <h1>{words.value.shell.noPage}</h1>
      <p>
        <a href="/console/board">{words.value.nav.board}</a>
      </p>
    </div>
  )
}

/** What was loaded stays loaded. */
const loaded = new Map<Page, ComponentType<Parameters>>()

function Loaded({ page, parameters }: Found) {
  const Shown = useSignal(loaded.get(page) ?? null)
  const failure = useSignal<unknown>(null)
  const isOld = useSignal(false)
  const shownAt = useRef('')

  async function load() {
    failure.value = null
    try {
      const component = await page.load()
      loaded.set(page, component)
      Shown.value = component
    } catch {
      isOld.value = await isOutdated().catch(() => false)
      failure.value = Problem.offline()
    }
  }

  useEffect(() => void load(), [page])
  useEffect(() => {
    if (!Shown.value || shownAt.current === path.value) return
    shownAt.current = path.value
    const heading = document.querySelector<HTMLElement>('main h1')
    document.title = [heading?.textContent, 'Antar'].filter(Boolean).join(' · ')
    heading?.focus()
  })
  if (failure.value && isOld.value) return <Outdated />
  if (failure.value) return <Failure failure={failure.value} retry={load} />
  if (!Shown.value) return <Loading />
  return (
    <Mishap key={path.value}>
      <Shown.value {...parameters} />
    </Mishap>
  )
}

function Outdated() {
  const t = words.value.states
  return (
    <div class="failure" role="alert">
      <p>{t.outdated}</p>
      <Button onClick={() => window.location.reload()}>{t.reload}</Button>
    </div>
  )
}
