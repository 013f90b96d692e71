import type { OrderChange } from '../api/types'
import { Button } from '../ui/Button'
import { words } from '../words/words'
import { sentence } from './who'

interface Props {
  changes: readonly OrderChange[]
  again: () => void
}

/** Somebody was quicker. Nothing was overwritten; who and what is said. */
export function ChangedMeanwhile({ changes, again }: Props) {
  const t = words.value.move
  return (
    <div class="failure meanwhile" role="alert">
      <p>
        <strong>{t.meanwhile}</strong>
      </p>
      <ul>
        {changes.map((it) => (
          <li key={it.part}>{sentence(it)}</li>
        ))}
      </ul>
      <p>{t.nothingChanged}</p>
      <Button onClick={again}>{t.lookAgain}</Button>
    </div>
  )
}
