import { ask, query } from '../shell/address'

interface Props<T extends string> {
  label: string
  of: Readonly<Record<T, string>>
  /** The parts to choose from, if not all. */
  shown?: readonly T[]
}

/** Which part of a page the address asks for; the first one if it asks for none. */
export function viewOf<T extends string>(all: readonly T[]): T {
  const wanted = query.value.get('view')
  return all.find((it) => it === wanted) ?? (all[0] as T)
}

/** Leads to the parts of a page. */
export function Views<T extends string>({ label, of, shown = Object.keys(of) as T[] }: Props<T>) {
  const current = viewOf(shown)
  return (
    <nav class="tabs" aria-label={label}>
      {shown.map((view) => (
        <button
          key={view}
          type="button"
          aria-pressed={view === current}
          onClick={() => ask({ view: view === shown[0] ? null : view })}
        >
          {of[view]}
        </button>
      ))}
    </nav>
  )
}
