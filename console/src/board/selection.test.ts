import { expect, test, vi } from 'vitest'

class Quiet {
  postMessage() {}
}

vi.stubGlobal('BroadcastChannel', Quiet)
vi.stubGlobal('window', { location: { pathname: '/console/board', search: '' } })
vi.stubGlobal('history', {
  replaceState: (_: null, __: string, to: string) => {
    window.location.search = to.slice(to.indexOf('?'))
  },
})
const { ask } = await import('../shell/address')
const { selection } = await import('./selection')

const asked = (search: Record<string, string>) => {
  ask({ group: null, sort: null, ...search })
  return selection.value
}

test('the address says what the board shows', () => {
  expect(asked({ group: 'ready', sort: 'courier' })).toMatchObject({
    group: 'ready',
    sort: 'courier',
  })
})

test('what the board does not know in its address breaks nothing', () => {
  expect(asked({ group: 'toString', sort: 'x' })).toMatchObject({ group: 'open', sort: 'late' })
  expect(asked({ sort: 'constructor' })).toMatchObject({ sort: 'late' })
})
