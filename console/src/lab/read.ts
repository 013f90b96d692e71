import {
  type Draft,
  draftOf,
  type Faults,
  METHODS,
  type Method,
  NAMES,
  type NumberName,
  numbersOf,
} from './policy'
import type { KnownPolicy } from './types'

export interface ReadDraft {
  draft: Draft
  faults: Faults
}

const isNumberName = (name: string): name is NumberName => (NAMES as string[]).includes(name)
const isMethod = (value: unknown): value is Method => METHODS.includes(value as Method)

/** A policy that somebody has written down. The parser is loaded when there is something to read. */
export async function readPolicy(
  text: string,
  known: readonly KnownPolicy[],
): Promise<ReadDraft | null> {
  const { parse } = await import('yaml')
  try {
    const found: unknown = parse(text, { maxAliasCount: 0 })
    return isObject(found) ? draftFrom(found, known) : null
  } catch {
    return null
  }
}

const isObject = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null && !Array.isArray(found)

export function draftFrom(
  found: Record<string, unknown>,
  known: readonly KnownPolicy[],
): ReadDraft | null {
  const wanted = found.basedOn ?? 'standard'
  const base =
    known.find((it) => it.name === wanted || (it.name && it.version === wanted)) ??
    known.find((it) => it.name === 'standard')
  if (!base) return null
  const draft = draftOf(numbersOf(base.numbers))
  const isKnown = base.name === wanted || base.version === wanted
  const faults: Faults = isKnown ? {} : { basedOn: 'base' }
  for (const [name, value] of Object.entries(found)) take(name, value, draft, faults)
  return { draft, faults }
}

function take(name: string, value: unknown, draft: Draft, faults: Faults) {
  if (name === 'basedOn') return
  if (name === 'version') draft.version = String(value)
  else if (name === 'method' && isMethod(value)) draft.method = value
  else if (name === 'method') faults.method = 'method'
  else if (isNumberName(name)) draft.typed[name] = String(value)
  else faults[name] = 'unknown'
}
