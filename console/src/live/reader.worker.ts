import type { Board } from '../api/types'
import { Difference } from './difference'
import type { Asked, Told } from './reader'

/** Parses boards away from the main thread. */
const differences = new Map<string, Difference>()
const decoder = new TextDecoder()

self.onmessage = ({ data: { number, channel, bytes } }: MessageEvent<Asked>) => {
  const tell = (told: Told) => self.postMessage(told)
  try {
    const difference = differences.get(channel) ?? new Difference()
    differences.set(channel, difference)
    const telling = difference.tell(JSON.parse(decoder.decode(bytes)) as Board)
    let said = telling.next()
    for (; !said.done; said = telling.next()) tell({ number, channel, slice: said.value })
    tell({ number, channel, whole: said.value })
  } catch (problem) {
    tell({ number, channel, problem: String(problem) })
  }
}
