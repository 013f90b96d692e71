import { type Signal, useSignal } from '@preact/signals'
import type { ErrorEvent } from 'maplibre-gl'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Problem } from '../api/problem'
import { useResource } from '../api/resource'
import { stream } from '../live/line'
import { Icon, type IconName } from '../ui/Icon'
import { Failure, Loading } from '../ui/states'
import { words } from '../words/words'
import type { Camera, MapLibre } from './ground'
import type { TileJson } from './style'
import './map.css'

export type { MapLibre }

interface Props {
  label: string
  /** Draws on the map once it is there; what it gives back undoes that. */
  draw?: (map: MapLibre) => (() => void) | undefined
  /** Where the window of the map is kept under this name, until the page is left for good. */
  keep?: string
  /** What lies above the map. */
  children?: ComponentChildren
}

/** The streets from our own tiles, to be drawn upon. */
export function BaseMap(props: Props) {
  const tiles = useResource<TileJson>('/v1/map/tiles.json')
  const known = tiles.value.value
  const failed = tiles.failure.value !== null
  return (
    <div class="streets">
      {known ? (
        <Opened tiles={known} {...props} />
      ) : failed ? (
        <Failure failure={tiles.failure.value} retry={() => void tiles.reload()} />
      ) : (
        <Loading lines={6} />
      )}
    </div>
  )
}

type State = 'opening' | 'open' | 'impossible' | 'failed'

const NOT_FOUND = 404
const cameras = new Map<string, Camera>()

function Opened({ tiles, label, draw, keep, children }: Props & { tiles: TileJson }) {
  const container = useRef<HTMLDivElement>(null)
  const map = useRef<MapLibre | null>(null)
  const state = useSignal<State>('opening')
  const holes = useSignal(false)
  const turn = useSignal(0)
  useEffect(() => {
    const life: (() => void)[] = []
    state.value = 'opening'
    import('./ground').then(
      (ground) => {
        if (container.current) open(ground, container.current, life)
      },
      () => {
        state.value = 'failed'
      },
    )
    return () => {
      for (const end of life.toReversed()) end()
      container.current = null
    }
  }, [turn.value])

  function open(ground: typeof import('./ground'), element: HTMLElement, life: (() => void)[]) {
    try {
      const opened = ground.openMap(element, tiles, label, cameras.get(keep ?? ''))
      map.current = opened
      life.push(() => opened.remove(), watchHoles(opened, holes))
      if (keep) life.push(() => cameras.set(keep, cameraOf(opened)))
      opened.once('load', () => {
        state.value = 'open'
        const undo = draw?.(opened)
        if (undo) life.push(undo)
      })
    } catch (failure) {
      console.warn(failure)
      state.value = 'impossible'
    }
  }

  const t = words.value.map
  return (
    <>
      <div ref={container} class="ground" />
      {state.value === 'opening' && <Loading lines={6} />}
      {state.value === 'failed' && (
        <Failure failure={Problem.offline()} retry={() => turn.value++} />
      )}
      {state.value === 'impossible' && <p class="over-map said">{t.noGraphics}</p>}
      {holes.value && (
        <p class="over-map said" role="status">
          {t.holes}
        </p>
      )}
      {state.value === 'open' && children}
      {state.value === 'open' && <Controls map={map} tiles={tiles} />}
      <a
        class="attribution"
        href="https://www.openstreetmap.org/copyright"
        rel="noreferrer"
        target="_blank"
      >
        © OpenStreetMap contributors
      </a>
    </>
  )
}

function cameraOf(map: MapLibre): Camera {
  const { lng, lat } = map.getCenter()
  return { center: [lng, lat], zoom: map.getZoom() }
}

type Square = { z: number; x: number; y: number }
type TileFailure = ErrorEvent & { tile?: { tileID: { canonical: Square } } }

/** Where tiles did not come they are asked for once more as soon as there is reason to hope. */
function watchHoles(map: MapLibre, holes: Signal<boolean>): () => void {
  const missing = new Map<string, Square>()
  const note = ({ error, tile }: TileFailure) => {
    if (!tile || (error as { status?: number }).status === NOT_FOUND) return
    const { z, x, y } = tile.tileID.canonical
    missing.set(`${z}/${x}/${y}`, { z, x, y })
    holes.value = true
  }
  const mend = () => {
    if (missing.size === 0) return
    holes.value = false
    map.refreshTiles('streets', [...missing.values()])
    missing.clear()
  }
  map.on('error', note)
  const leave = stream.state.subscribe((it) => it === 'live' && mend())
  addEventListener('online', mend)
  return () => {
    leave()
    removeEventListener('online', mend)
  }
}

function Controls({ map, tiles }: { map: { current: MapLibre | null }; tiles: TileJson }) {
  const t = words.value.map
  const showWhole = async () => {
    const { showAll } = await import('./ground')
    if (map.current) showAll(map.current, tiles)
  }
  return (
    <div class="over-map controls" role="group" aria-label={t.controls}>
      <Control icon="plus" label={t.zoomIn} run={() => map.current?.zoomIn()} />
      <Control icon="minus" label={t.zoomOut} run={() => map.current?.zoomOut()} />
      <Control icon="fit" label={t.fit} run={() => void showWhole()} />
    </div>
  )
}

function Control({ icon, label, run }: { icon: IconName; label: string; run: () => void }) {
  return (
    <button type="button" class="tool" aria-label={label} title={label} onClick={run}>
      <Icon name={icon} />
    </button>
  )
}
