import { beforeEach, expect, test, vi } from 'vitest'
import { isOutdated } from './version'

const page = (script: string) => `<script type="module" crossorigin src="${script}"></script>`
let served: () => Response

beforeEach(() => {
  const script = { getAttribute: () => '/console/assets/index-1.js' }
  vi.stubGlobal('document', { querySelector: () => script })
  vi.stubGlobal('fetch', async () => served())
})

test("a window whose script is no longer the page's is outdated", async () => {
  served = () => new Response(page('/console/assets/index-2.js'))
  expect(await isOutdated()).toBe(true)
  served = () => new Response(page('/console/assets/index-1.js'))
  expect(await isOutdated()).toBe(false)
})

test('what cannot be told is not taken for another version', async () => {
  served = () => new Response('', { status: 503 })
  expect(await isOutdated()).toBe(false)
})
