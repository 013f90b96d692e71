import { type Signal, useSignal } from '@preact/signals'
import { useResource } from '../api/resource'
import { may } from '../session/session'
import { Show } from '../ui/states'
import { analytics } from './words'

const MOST = 20

interface Catalogue {
  events: { type: string; family: string; description: string; guarded: boolean }[]
}

/** Which types of events are wanted; none chosen are all. */
export function EventTypes({ chosen }: { chosen: Signal<readonly string[]> }) {
  const t = analytics.value.history
  const catalogue = useResource<Catalogue>('/v1/history/catalogue')
  const text = useSignal('')
  const wanted = text.value.toLowerCase()
  return (
    <fieldset class="event-types">
      <legend>
        {t.types}: {t.chosen(chosen.value.length)}
      </legend>
      <div class="tool-row">
        <input
          type="search"
          aria-label={t.find}
          placeholder={t.find}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value
          }}
        />
        {chosen.value.length > 0 && (
          <button
            type="button"
            class="link"
            onClick={() => {
              chosen.value = []
            }}
          >
            {t.clear}
          </button>
        )}
        {chosen.value.length >= MOST && <span class="quiet small">{t.most}</span>}
      </div>
      <Show of={catalogue} lines={4}>
        {({ events }) => (
          <ul>
            {events
              .filter((it) => !it.guarded || may('audit:read'))
              .filter((it) => `${it.type} ${it.family}`.toLowerCase().includes(wanted))
              .map((it) => (
                <Type key={it.type} of={it} chosen={chosen} />
              ))}
          </ul>
        )}
      </Show>
    </fieldset>
  )
}

interface TypeProps {
  of: Catalogue['events'][number]
  chosen: Signal<readonly string[]>
}

function Type({ of, chosen }: TypeProps) {
  const isChosen = chosen.value.includes(of.type)
  return (
    <li>
      <label title={of.description}>
        <input
          type="checkbox"
          checked={isChosen}
          disabled={!isChosen && chosen.value.length >= MOST}
          onChange={() => {
            chosen.value = isChosen
              ? chosen.value.filter((it) => it !== of.type)
              : [...chosen.value, of.type]
          }}
        />
        <span>{of.type}</span>
        <span class="quiet small">{of.family}</span>
      </label>
    </li>
  )
}
