import { words } from '../words/words'
import type { Column } from './select'
import { selection, sortBy } from './selection'

const COLUMNS: readonly Column[] = [
  'late',
  'age',
  'stage',
  'order',
  'merchant',
  'ready',
  'promised',
  'door',
  'courier',
]

export function BoardHead() {
  const t = words.value.board
  const { sort, descending } = selection.value
  const direction = descending ? 'descending' : 'ascending'
  const hints: Partial<Record<Column, string>> = {
    late: t.lateHint,
    promised: t.promisedHint,
    age: t.ageHint,
  }
  return (
    <div class="row head" role="row" aria-rowindex={1}>
      {COLUMNS.map((column) => (
        <span
          key={column}
          class={`cell ${column}`}
          role="columnheader"
          aria-sort={sort === column ? direction : 'none'}
          title={hints[column]}
        >
          <button type="button" onClick={() => sortBy(column)}>
            {t.columns[column]}
            {sort === column && <span aria-hidden="true">{descending ? ' ↓' : ' ↑'}</span>}
          </button>
        </span>
      ))}
      <span class="cell notes" role="columnheader">
        {t.columns.notes}
      </span>
    </div>
  )
}
