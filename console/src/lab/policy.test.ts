import { expect, test } from 'vitest'
import {
  differences,
  draftOf,
  faultsOf,
  merged,
  NAMES,
  type Numbers,
  namesIn,
  writtenDraft,
  writtenOf,
  yamlOf,
} from './policy'
import { draftFrom, readPolicy } from './read'
import type { KnownPolicy } from './types'

const STANDARD = {
  ...Object.fromEntries(NAMES.map((name) => [name, 100])),
  version: 'standard-2',
  method: 'HORIZON',
  maxBundle: 3,
  fixMaxAge: 120,
  silentAfter: 480,
} as Numbers
const GREEDY: Numbers = { ...STANDARD, version: 'greedy-1', method: 'GREEDY', maxBundle: 1 }

const known = (numbers: Numbers, name: string | null): KnownPolicy => ({
  version: numbers.version,
  numbers: JSON.stringify(numbers),
  name,
  live: name === 'standard',
  inShadow: false,
  liveSince: null,
})
const ALL = [known(STANDARD, 'standard'), known(GREEDY, 'greedy')]

test('only what differs is a difference, and the version is none', () => {
  expect(differences(STANDARD, GREEDY)).toEqual([
    { name: 'method', first: 'HORIZON', second: 'GREEDY' },
    { name: 'maxBundle', first: 3, second: 1 },
  ])
  expect(differences(STANDARD, { ...STANDARD, version: 'other' })).toEqual([])
})

test('a draft is sent as the named policy and what is different', () => {
  const draft = {
    ...draftOf(STANDARD),
    version: 'patient-1',
    typed: { lead: '240', effort: '100' },
  }
  expect(faultsOf(draft, STANDARD)).toEqual({})
  const written = writtenDraft(draft, STANDARD, 'standard')
  expect(written).toEqual({ basedOn: 'standard', version: 'patient-1', lead: 240 })
  expect(yamlOf(written)).toBe('basedOn: standard\nversion: patient-1\nlead: 240\n')
})

test('a draft of a policy without a name is sent as a whole, and gets a version of its own', () => {
  const written = writtenDraft({ ...draftOf(GREEDY), typed: { lead: '7' } }, GREEDY, null)
  expect(written).toMatchObject({ method: 'GREEDY', lead: 7, maxBundle: 1 })
  expect(written).not.toHaveProperty('version')
  expect(writtenOf(GREEDY, null)).toEqual(GREEDY)
  expect(writtenOf(GREEDY, 'greedy')).toEqual({ basedOn: 'greedy' })
})

test('what makes no sense is said at its field', () => {
  const draft = {
    ...draftOf(STANDARD),
    version: 'a b',
    typed: { lead: 'soon', maxBundle: '7', effort: '1000001', silentAfter: '60', maxRings: '0' },
  }
  expect(faultsOf(draft, STANDARD)).toEqual({
    lead: 'number',
    maxBundle: 'range',
    effort: 'range',
    maxRings: 'range',
    silentAfter: 'silentAfter',
    version: 'version',
  })
  expect(merged(draft, STANDARD).lead).toBe(100)
})

test('the engine’s words lead to the fields that they name', () => {
  expect(namesIn('lead ("x") is not a whole number from 0 to 1000000.')).toEqual(['lead'])
  expect(namesIn('version (standard-2) is that of another policy.')).toEqual(['version'])
  expect(namesIn('A policy has no speed. It has maxCandidates, lead.')).toEqual([])
})

test('YAML and JSON are read alike', async () => {
  const yaml = await readPolicy('# later\nbasedOn: greedy\nversion: g-7\nlead: 240\n', ALL)
  const json = await readPolicy('{"basedOn":"greedy","version":"g-7","lead":240}', ALL)
  expect(yaml).toEqual(json)
  expect(yaml?.draft).toMatchObject({
    basedOn: 'greedy-1',
    method: 'GREEDY',
    version: 'g-7',
    typed: { lead: '240' },
  })
  expect(yaml?.faults).toEqual({})
})

test('what is no policy is not read, and what a policy has not is named', async () => {
  expect(await readPolicy('[1, 2', ALL)).toBeNull()
  expect(await readPolicy('just words', ALL)).toBeNull()
  const found = draftFrom({ basedOn: 'nobody', speed: 9, method: 'MAGIC' }, ALL)
  expect(found?.faults).toEqual({ basedOn: 'base', speed: 'unknown', method: 'method' })
})
