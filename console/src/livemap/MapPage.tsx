import './livemap.css'
import { BaseMap } from '../map/BaseMap'
import { words } from '../words/words'

/** Where everybody is now. */
export function MapPage() {
  const t = words.value.map
  return (
    <div class="live-map">
      <h1 class="visually-hidden" tabIndex={-1}>
        {t.label}
      </h1>
      <BaseMap label={t.label} keep="live" />
    </div>
  )
}
