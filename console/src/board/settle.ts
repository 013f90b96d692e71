/** Which rows are shown, and how many are held back meanwhile. */
export interface Rows {
  ids: readonly string[]
  held: number
}

/**
 * While somebody points at the rows none of them moves: what is new is held back, what is over stays
 * where it was. Otherwise the rows are those that are wanted.
 */
export function settle(shown: readonly string[], wanted: readonly string[], isHeld: boolean): Rows {
  if (!isHeld || shown.length === 0) return { ids: wanted, held: 0 }
  const before = new Set(shown)
  return { ids: shown, held: wanted.reduce((held, it) => held + (before.has(it) ? 0 : 1), 0) }
}
