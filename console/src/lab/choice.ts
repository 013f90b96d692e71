import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import {
  type Draft,
  draftOf,
  type Faults,
  faultsOf,
  merged,
  type Numbers,
  numbersOf,
  type Written,
  writtenDraft,
  writtenOf,
} from './policy'
import type { KnownPolicy } from './types'

export const OWN = 'own'
export const NOBODY = ''

/** A policy that is being chosen, or typed. */
export interface Choice {
  known: readonly KnownPolicy[]
  /** The place of one in `known`, [OWN], or nobody. */
  which: Signal<string>
  draft: Signal<Draft>
  base: ReadonlySignal<KnownPolicy>
  faults: ReadonlySignal<Faults>
  numbers: ReadonlySignal<Numbers | null>
  written: ReadonlySignal<Written | null>
}

export function choiceOf(known: readonly KnownPolicy[], first: string): Choice {
  const standard = known.find((it) => it.live && it.name) ?? (known[0] as KnownPolicy)
  const which = signal(first)
  const draft = signal(draftOf(numbersOf(standard.numbers)))
  const base = computed(() => known.find((it) => it.version === draft.value.basedOn) ?? standard)
  const baseNumbers = computed(() => numbersOf(base.value.numbers))
  const faults = computed(() =>
    which.value === OWN ? faultsOf(draft.value, baseNumbers.value) : {},
  )
  const picked = computed(() => known[Number(which.value)] ?? null)
  const numbers = computed(() => {
    if (which.value === OWN) return merged(draft.value, baseNumbers.value)
    return which.value !== NOBODY && picked.value ? numbersOf(picked.value.numbers) : null
  })
  const written = computed(() => {
    if (which.value === OWN) return writtenDraft(draft.value, baseNumbers.value, base.value.name)
    return numbers.value && writtenOf(numbers.value, picked.value?.name ?? null)
  })
  return { known, which, draft, base, faults, numbers, written }
}

/** The place of the first one that is not live. */
export const another = (known: readonly KnownPolicy[]) =>
  String(
    Math.max(
      0,
      known.findIndex((it) => it.name === 'greedy' && !it.live),
    ),
  )
