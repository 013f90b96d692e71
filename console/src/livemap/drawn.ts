import type { Feature, FeatureCollection } from 'geojson'
import type { GeoJSONSource, LayerSpecification } from 'maplibre-gl'
import type { Point } from '../api/types'
import type { MapLibre } from '../map/BaseMap'
import { colour, paint } from '../map/colours'
import type { Merchant } from './places'
import type { StopShown } from './ways'

/** What lies still on the ground: cells, ways, stops and names, drawn with the streets. */
const SOURCES = ['cells', 'way', 'stops', 'merchants'] as const
type Source = (typeof SOURCES)[number]

export function drawGround(map: MapLibre): () => void {
  for (const id of SOURCES) map.addSource(id, { type: 'geojson', data: collection([]) })
  for (const layer of layers()) map.addLayer(layer, layer.id === 'cells' ? 'small' : undefined)
  return paint(() => {
    for (const { id, paint: properties } of layers()) {
      for (const [name, value] of Object.entries(properties ?? {})) {
        if (name.endsWith('-color')) map.setPaintProperty(id, name as never, value as never)
      }
    }
  })
}

function layers(): LayerSpecification[] {
  const [text, card, accent] = [colour('--text'), colour('--card'), colour('--accent')]
  const font = { 'text-font': ['system-ui', 'sans-serif'] }
  return [
    {
      id: 'cells',
      type: 'fill',
      source: 'cells',
      paint: {
        'fill-color': accent,
        'fill-opacity': ['interpolate', ['linear'], ['get', 'share'], 0, 0.12, 1, 0.6],
        'fill-outline-color': card,
      },
    },
    {
      id: 'cell-counts',
      type: 'symbol',
      source: 'cells',
      layout: { ...font, 'text-field': ['to-string', ['get', 'couriers']], 'text-size': 12 },
      paint: { 'text-color': text, 'text-halo-color': card, 'text-halo-width': 1.5 },
    },
    {
      id: 'way-edge',
      type: 'line',
      source: 'way',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': card, 'line-width': 8 },
    },
    {
      id: 'way',
      type: 'line',
      source: 'way',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': accent, 'line-width': 4 },
    },
    {
      id: 'stops',
      type: 'circle',
      source: 'stops',
      paint: {
        'circle-radius': 10,
        'circle-color': card,
        'circle-stroke-color': accent,
        'circle-stroke-width': 2.5,
        'circle-translate': [0, -20],
      },
    },
    {
      id: 'stop-numbers',
      type: 'symbol',
      source: 'stops',
      layout: {
        ...font,
        'text-field': ['get', 'number'],
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': text, 'text-translate': [0, -20] },
    },
    {
      id: 'merchants',
      type: 'symbol',
      source: 'merchants',
      minzoom: 14.5,
      layout: {
        ...font,
        'text-field': ['get', 'name'],
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 0.9],
        'text-optional': true,
      },
      paint: { 'text-color': text, 'text-halo-color': card, 'text-halo-width': 1.5 },
    },
  ]
}

const collection = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
})

function put(map: MapLibre, source: Source, features: Feature[]) {
  if (!map.getCanvas().isConnected) return
  map.getSource<GeoJSONSource>(source)?.setData(collection(features))
}

const at = ({ longitude, latitude }: Point): [number, number] => [longitude, latitude]

export function drawWay(map: MapLibre, way: readonly Point[]) {
  const geometry = { type: 'LineString' as const, coordinates: way.map(at) }
  put(map, 'way', way.length > 1 ? [{ type: 'Feature', properties: {}, geometry }] : [])
}

export function drawStops(map: MapLibre, stops: readonly StopShown[]) {
  put(
    map,
    'stops',
    stops.map(({ point }, i) => pointAt(point, { number: String(i + 1) })),
  )
}

export function drawNames(map: MapLibre, merchants: Iterable<Merchant>) {
  put(
    map,
    'merchants',
    [...merchants].map(({ name, point }) => pointAt(point, { name })),
  )
}

function pointAt(point: Point, properties: Record<string, string>): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: at(point) } }
}

let turns = 0

/** The library that knows the cells is read when there are some for the first time. */
export async function drawCells(map: MapLibre, cells: ReadonlyMap<string, number> | null) {
  const turn = ++turns
  if (!cells) return put(map, 'cells', [])
  const { cellToBoundary } = await import('h3-js')
  if (turn !== turns) return
  const most = Math.max(1, ...cells.values())
  const features = [...cells].map(
    ([cell, couriers]): Feature => ({
      type: 'Feature',
      properties: { couriers, share: couriers / most },
      geometry: { type: 'Polygon', coordinates: [cellToBoundary(cell, true)] },
    }),
  )
  put(map, 'cells', features)
}
