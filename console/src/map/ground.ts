import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { freshToken } from '../session/session'
import { colour, paint } from './colours'
import { layersOf, styleOf, type TileJson } from './style'

export type { MapLibre }

const LEAST_ZOOM = 9
const MOST_ZOOM = 18.5
const ROOM = 24

setWorkerUrl(new URL(worker, window.location.href).href)

/** A window of the map, as it was left. */
export interface Camera {
  center: [longitude: number, latitude: number]
  zoom: number
}

/** Opens a map of the streets in an element: flat, with north above. */
export function openMap(
  container: HTMLElement,
  tiles: TileJson,
  label: string,
  camera: Camera | undefined,
): MapLibre {
  const host = window.location.origin
  const map = new MapLibre({
    container,
    style: styleOf(tiles, host, colour),
    ...(camera ?? { bounds: tiles.bounds, fitBoundsOptions: { padding: ROOM } }),
    locale: { 'Map.Title': label },
    transformRequest: async (url) =>
      url.startsWith(host) ? { url, headers: await bearer() } : { url },
    minZoom: LEAST_ZOOM,
    maxZoom: MOST_ZOOM,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.once(
    'remove',
    paint(() => map.getLayer('ground') && recolour(map)),
  )
  return map
}

async function bearer() {
  const token = await freshToken()
  const headers: Record<string, string> = {}
  if (token) headers.Authorization = `Bearer ${token}`
  return headers
}

function recolour(map: MapLibre) {
  for (const { id, paint: properties } of layersOf(colour)) {
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (name.endsWith('-color')) map.setPaintProperty(id, name as never, value as never)
    }
  }
}

export const showAll = (map: MapLibre, { bounds }: TileJson) =>
  map.fitBounds(bounds, { padding: ROOM })
