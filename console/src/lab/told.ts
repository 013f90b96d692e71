/** What a run is about, as the first line of its job's summary says. */
export interface Told {
  candidate: string
  /** Null if it is what was live. */
  baseline: string | null
  from: string
  to: string
  seeds: number
}

const LINE = /^(\S+) against (the live policy|\S+), from (\S+) to (\S+), (\d+) pairs of runs\.$/

export function toldOf(line: string | undefined): Told | null {
  const found = LINE.exec(line ?? '')
  if (!found) return null
  const [, candidate = '', against, from = '', to = '', seeds] = found
  const baseline = against === 'the live policy' ? null : (against ?? null)
  return { candidate, baseline, from, to, seeds: Number(seeds) }
}
