import { isLive } from '../live/moment'
import { Icon } from '../ui/Icon'
import { words } from '../words/words'
import { isOpen, isShown } from './rewind'

export function RewindButton() {
  const t = words.value.rewind
  return (
    <button
      type="button"
      class="tool"
      aria-label={`${t.keys.open} (R)`}
      title={`${t.keys.open} (R)`}
      aria-expanded={isShown.value}
      disabled={!isLive.value}
      onClick={() => {
        isOpen.value = !isOpen.value
      }}
    >
      <Icon name="rewind" />
    </button>
  )
}
