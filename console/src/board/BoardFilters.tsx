import { Find } from '../ui/Find'
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
      <Find
        label={t.search}
        word={() => words.value.board.keys.search}
        text={chosen.text}
        find={find}
      />
    </div>
  )
}
