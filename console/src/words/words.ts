import { computed, signal } from '@preact/signals'
import { en } from './en'
import { id } from './id'

/** What the console says, in one language. Both have exactly the same entries. */
export type Words = typeof en

export type Language = 'en' | 'id'

const CATALOGUES: Record<Language, Words> = { en, id }

export const language = signal<Language>(preferred())
export const words = computed(() => CATALOGUES[language.value])

function preferred(): Language {
  const kept = globalThis.localStorage?.getItem('antar.language')
  if (kept === 'en' || kept === 'id') return kept
  return /^i[dn]\b/i.test(globalThis.navigator?.language ?? '') ? 'id' : 'en'
}

/** The words for something the engine names, or its own name made readable. */
export function named(catalogue: Record<string, string>, name: string): string {
  return catalogue[name] ?? readable(name)
}

export function readable(name: string) {
  const spaced = name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_-]/g, ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1).toLowerCase()
}
