import { signal } from '@preact/signals'
import { get } from '../api/client'
import { nameOf } from '../live/names'
import { brief } from '../words/format'
import { cellSaid } from './format'
import { analytics } from './words'

export type Dimension = 'merchant' | 'cell' | 'courier'

const names = signal<ReadonlyMap<string, string>>(new Map())
let asked = false

interface Page {
  merchants: { merchantId: string; name: string }[]
  nextCursor: string | null
}

async function read() {
  let cursor: string | null = ''
  while (cursor !== null) {
    const from: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
    const page: Page = await get<Page>(`/v1/merchants?limit=100${from}`)
    names.value = new Map([
      ...names.peek(),
      ...page.merchants.map((it) => [it.merchantId, it.name] as const),
    ])
    cursor = page.nextCursor
  }
}

/** What a merchant is called; all are asked for at once when the first one is. */
export function merchantName(id: string): string {
  if (!asked) {
    asked = true
    queueMicrotask(() =>
      read().catch(() => {
        asked = false
      }),
    )
  }
  return names.value.get(id) ?? brief(id)
}

/** What a key of a dimension is called. */
export function keySaid(dimension: Dimension, key: string): string {
  if (key === '') return analytics.value.tables.nobody[dimension]
  switch (dimension) {
    case 'merchant':
      return merchantName(key)
    case 'courier':
      return nameOf(key)
    case 'cell':
      return cellSaid(key)
  }
}
