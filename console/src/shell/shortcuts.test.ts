import { beforeEach, expect, test, vi } from 'vitest'
import { listenForKeys, offer } from './shortcuts'

let press: (event: object) => void
let dialog: object | null
let ran: string[]

/** Something that has the focus, which is found by its name. */
const on = (name: string) => {
  const isNamed = (selector: string) => selector.split(/[,: ]+/).includes(name)
  return { matches: isNamed, closest: (selector: string) => (isNamed(selector) ? {} : null) }
}

beforeEach(() => {
  dialog = null
  ran = []
  vi.stubGlobal('document', {
    addEventListener: (_: string, listen: typeof press) => {
      press = listen
    },
    querySelector: () => dialog,
  })
  listenForKeys()
  const shortcut = (keys: string) => ({ keys, word: () => keys, run: () => ran.push(keys) })
  return offer(['Enter', 'j', 'ArrowDown', 'g b'].map(shortcut))
})

function type(key: string, target = on('main')) {
  const preventDefault = vi.fn()
  press({ key, target, preventDefault })
  return preventDefault.mock.calls.length > 0
}

test('a key does what is offered for it, and nothing else', () => {
  expect(type('Enter')).toBe(true)
  expect(type('x')).toBe(false)
  expect(ran).toEqual(['Enter'])
})

test('who has the focus on something that is pressed by a key presses it', () => {
  for (const name of ['a', 'button', 'summary']) {
    expect(type('Enter', on(name))).toBe(false)
    expect(type('ArrowDown', on(name))).toBe(false)
  }
  expect(ran).toEqual([])
  type('j', on('button'))
  expect(ran).toEqual(['j'])
})

test('who types or is asked something means nothing else', () => {
  type('j', on('textarea'))
  dialog = {}
  type('j')
  expect(ran).toEqual([])
})

test('two keys are one shortcut when they come soon after each other', () => {
  type('g')
  type('b')
  expect(ran).toEqual(['g b'])
})
