/** The new rows by id; one that says what it said before stays the same object. */
export function merge<T extends object>(
  before: ReadonlyMap<string, T>,
  rows: readonly T[],
  id: (row: T) => string,
): ReadonlyMap<string, T> {
  const after = new Map<string, T>()
  for (const row of rows) {
    const old = before.get(id(row))
    after.set(id(row), old && isSame(old, row) ? old : row)
  }
  return after
}

export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  return names.every((it) => isSame((a as Fields)[it], (b as Fields)[it]))
}

type Fields = Record<string, unknown>
