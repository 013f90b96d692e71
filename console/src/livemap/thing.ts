/** Something that can be chosen on the map. */
export interface Thing {
  kind: 'courier' | 'order' | 'merchant'
  id: string
}

/** One name for it. */
export const keyOf = ({ kind, id }: Thing) => `${kind} ${id}`

export function thingOf(key: string): Thing {
  const end = key.indexOf(' ')
  return { kind: key.slice(0, end) as Thing['kind'], id: key.slice(end + 1) }
}
