import { useEffect } from 'preact/hooks'
import { asOf, failure, followBoard, readNow } from '../live/board'
import { BaseMap } from '../map/BaseMap'
import { may } from '../session/session'
import { offer } from '../shell/shortcuts'
import { Failure, Loading } from '../ui/states'
import { words } from '../words/words'
import { choose, chosen, followKnown } from './choice'
import { density } from './couriers'
import { Filters } from './Filters'
import { Ghost, Hover } from './Hover'
import { Lists } from './Lists'
import { MapCard } from './MapCard'
import { flyToChosen, perform } from './stage'
import './livemap.css'

/** Where everybody is, and what waits. */
export function MapPage() {
  useEffect(followBoard, [])
  useEffect(followKnown, [])
  useEffect(offerKeys, [])
  const t = words.value.liveMap
  return (
    <div class="live-map">
      <section class="map-side" aria-label={t.list}>
        <h1 class="visually-hidden" tabIndex={-1}>
          {t.title}
        </h1>
        <Filters />
        <MapCard />
        {failure.value !== null && <Failure failure={failure.value} retry={() => void readNow()} />}
        {asOf.value === null ? failure.value === null && <Loading lines={8} /> : <Lists />}
      </section>
      <BaseMap label={t.title} keep="live" draw={perform}>
        <Wide />
        <Hover />
      </BaseMap>
      <Ghost />
    </div>
  )
}

function offerKeys() {
  const said = (key: 'close' | 'fly') => () => words.value.liveMap.keys[key]
  return offer([
    { keys: 'Escape', word: said('close'), run: () => choose(null) },
    { keys: 'f', word: said('fly'), run: () => chosen.peek() && flyToChosen() },
  ])
}

function Wide() {
  const t = words.value.liveMap
  const said = may('whereabouts:read') ? density.value && t.perCell : t.cellsOnly
  if (!said) return null
  return (
    <p class="over-map wide small" role="status">
      {said}
    </p>
  )
}
