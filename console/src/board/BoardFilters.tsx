import { useEffect, useRef } from 'preact/hooks'
import { offer } from '../shell/shortcuts'
import { Icon } from '../ui/Icon'
import { count } from '../words/format'
import { words } from '../words/words'
import type { Group } from './select'
import { chooseGroup, counts, find, selection, toggle } from './selection'

export function BoardFilters() {
  const t = words.value.board
  const chosen = selection.value
  return (
    <div class="filters">
      <div class="tabs" role="group" aria-label={t.columns.stage}>
        {(Object.keys(counts.value) as Group[]).map((group) => (
          <button
            type="button"
            key={group}
            aria-pressed={chosen.group === group}
            onClick={() => chooseGroup(group)}
          >
            {t.groups[group]} <span class="count">{count(counts.value[group])}</span>
          </button>
        ))}
      </div>
      <div class="chips">
        {(['late', 'pinned', 'cash'] as const).map((name) => (
          <button
            type="button"
            class="chip"
            key={name}
            aria-pressed={chosen[name]}
            onClick={() => toggle(name)}
          >
            {t.filters[name]}
          </button>
        ))}
      </div>
      <Find />
    </div>
  )
}

function Find() {
  const t = words.value.board
  const input = useRef<HTMLInputElement>(null)
  useEffect(
    () =>
      offer([
        {
          keys: '/',
          word: () => words.value.board.keys.search,
          run: () => input.current?.select(),
        },
      ]),
    [],
  )
  return (
    <search class="find">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={t.search}
        placeholder={t.search}
        value={selection.value.text}
        onInput={(event) => find(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && input.current?.blur()}
      />
      <kbd>/</kbd>
    </search>
  )
}
