/** Policies as the engine knows them: a version, a method, and numbers. */

export type Method = 'HORIZON' | 'GREEDY' | 'MATCHING'

export const METHODS: readonly Method[] = ['HORIZON', 'GREEDY', 'MATCHING']

/** What a number counts; `weight`: hundredths of a second that one customer waits, per what is weighed. */
export type Unit = 's' | 'weight' | 'count' | 'percent' | 'minor'

interface Bounded {
  unit: Unit
  least?: number
  most?: number
}

const seconds: Bounded = { unit: 's' }
const weight: Bounded = { unit: 'weight' }

/** Every number of a policy, by what it is about, in the order in which a form shows them. */
export const GROUPS = {
  reach: {
    maxCandidates: { unit: 'count', least: 1 },
    maxRings: { unit: 'count', least: 1 },
    maxPickupTravel: seconds,
    fixMaxAge: { unit: 's', least: 1 },
    silentAfter: { unit: 's', least: 1 },
  },
  offers: {
    lead: seconds,
    offerExpiry: { unit: 's', least: 1 },
    declineCooldown: seconds,
    unassigned: seconds,
  },
  bundles: { maxBundle: { unit: 'count', least: 1, most: 6 }, nearbyMerchant: seconds },
  times: { clickToDoorTarget: seconds, pickupService: seconds, dropoffService: seconds },
  weights: {
    deliveryWeight: weight,
    latenessWeight: weight,
    freshnessWeight: weight,
    courierWaitingWeight: weight,
    distanceWeight: weight,
    courierTimeWeight: weight,
    maxLoad: { unit: 'percent' },
    positionWeight: weight,
    shiftEndRemoteness: seconds,
    fairnessWeight: weight,
  },
  pay: { payPerOrder: { unit: 'minor' }, payPerHour: { unit: 'minor' }, payWeight: weight },
  effort: { effort: { unit: 'count' }, maxEffort: { unit: 'count' } },
} as const satisfies Record<string, Record<string, Bounded>>

export type Group = keyof typeof GROUPS
type KeysOf<T> = T extends unknown ? keyof T : never
export type NumberName = KeysOf<(typeof GROUPS)[Group]>

const BOUNDS = Object.assign({}, ...Object.values(GROUPS)) as Record<NumberName, Bounded>

export const NAMES = Object.keys(BOUNDS) as NumberName[]
export const LARGEST = 1_000_000
const VERSION = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

export type Numbers = { version: string; method: Method } & Record<NumberName, number>

export const unitOf = (name: NumberName): Unit => BOUNDS[name].unit
export const boundsOf = (name: NumberName) => ({
  least: BOUNDS[name].least ?? 0,
  most: BOUNDS[name].most ?? LARGEST,
})

/** The engine writes the numbers of a policy down as a text. */
export const numbersOf = (written: string): Numbers => JSON.parse(written) as Numbers

export interface Difference {
  name: NumberName | 'method'
  first: number | Method
  second: number | Method
}

export function differences(first: Numbers, second: Numbers): Difference[] {
  return (['method', ...NAMES] as const)
    .filter((name) => first[name] !== second[name])
    .map((name) => ({ name, first: first[name], second: second[name] }))
}

/** A policy as it is being typed: which one it is based on, and what is typed in place of its numbers. */
export interface Draft {
  basedOn: string
  version: string
  method: Method
  typed: Partial<Record<NumberName, string>>
}

export const draftOf = (base: Numbers): Draft => ({
  basedOn: base.version,
  version: '',
  method: base.method,
  typed: {},
})

export type Fault = 'number' | 'range' | 'silentAfter' | 'version' | 'method' | 'unknown' | 'base'
export type Faults = Record<string, Fault>

/** What is wrong with it, as far as that can be said before the engine is asked. */
export function faultsOf(draft: Draft, base: Numbers): Faults {
  const faults: Faults = {}
  for (const name of NAMES) {
    const text = draft.typed[name]
    const fault = text === undefined ? null : faultOf(name, text)
    if (fault) faults[name] = fault
  }
  if (draft.version !== '' && !VERSION.test(draft.version)) faults.version = 'version'
  const all = merged(draft, base)
  if (!faults.silentAfter && !faults.fixMaxAge && all.silentAfter < all.fixMaxAge) {
    faults.silentAfter = 'silentAfter'
  }
  return faults
}

function faultOf(name: NumberName, text: string): Fault | null {
  if (!/^\d{1,9}$/.test(text.trim())) return 'number'
  const { least, most } = boundsOf(name)
  return Number(text) < least || Number(text) > most ? 'range' : null
}

export function merged(draft: Draft, base: Numbers): Numbers {
  const numbers = { ...base, method: draft.method }
  for (const name of NAMES) {
    const text = draft.typed[name]
    if (text !== undefined && faultOf(name, text) === null) numbers[name] = Number(text)
  }
  return numbers
}

export type Written = Record<string, string | number>

/** What is sent of a policy that the engine knows already. */
export function writtenOf(numbers: Numbers, named: string | null): Written {
  return named ? { basedOn: named } : { ...numbers }
}

/**
 * What is sent of a draft: the named policy and what is different from it. One that is based on a
 * policy without a name is sent as a whole; without a version of its own the engine makes one.
 */
export function writtenDraft(draft: Draft, base: Numbers, named: string | null): Written {
  const all = merged(draft, base)
  const own = draft.version ? { version: draft.version } : {}
  if (!named) {
    const { version: _, ...numbers } = all
    return { ...numbers, ...own }
  }
  const changes = differences(base, all).map(({ name, second }) => [name, second])
  return { basedOn: named, ...own, ...Object.fromEntries(changes) }
}

export const yamlOf = (written: Written) =>
  Object.entries(written)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')

/** The names that a text of the engine's speaks of. */
export function namesIn(detail: string): (NumberName | 'version' | 'method')[] {
  const words = new Set(detail.split(/[^A-Za-z]+/))
  const listing = detail.startsWith('A policy has no ')
  return listing ? [] : ([...NAMES, 'version', 'method'] as const).filter((it) => words.has(it))
}
