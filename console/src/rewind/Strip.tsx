import { useSignal } from '@preact/signals'
import { isReading } from '../live/board'
import { now } from '../live/clock'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { dayTimeSeconds } from '../words/format'
import { words } from '../words/words'
import { copy } from './copy'
import { hasPast, leave, permalink } from './rewind'

/** Says that this is not how it is. */
export function Strip() {
  const t = words.value.rewind
  return (
    <div class="rewind-strip">
      <Icon name="rewind" />
      <p>
        {hasPast.value ? t.asItWas : t.turnedTo}{' '}
        <time dateTime={new Date(now.value).toISOString()}>{dayTimeSeconds(now.value)}</time>
        {' · '}
        <strong>{hasPast.value ? t.notLive : t.noPast}</strong>
      </p>
      {isReading.value && <span class="reading">{t.reading}</span>}
      <span class="spread" />
      <Copy />
      <Button kind="main" onClick={leave}>
        {t.goLive} <kbd>L</kbd>
      </Button>
    </div>
  )
}

const SAID_MS = 2_500

function Copy() {
  const t = words.value.rewind
  const said = useSignal('')
  async function run() {
    said.value = (await copy(permalink())) ? t.copied : t.notCopied
    setTimeout(() => {
      said.value = ''
    }, SAID_MS)
  }
  return (
    <>
      <span role="status">{said.value}</span>
      <button type="button" class="tool" aria-label={t.copy} title={t.copy} onClick={run}>
        <Icon name="link" />
      </button>
    </>
  )
}
