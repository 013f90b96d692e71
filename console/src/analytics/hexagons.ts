import { effect, type ReadonlySignal } from '@preact/signals'
import { cellToBoundary } from 'h3-js'
import type { GeoJSONSource } from 'maplibre-gl'
import type { MapLibre } from '../map/BaseMap'
import { colour, paint } from '../map/colours'
import { type CellDemand, opacityOf, strength } from './cells'

const SOURCE = 'demand'
const ROOM = 48
const CLOSEST = 14.5

export interface Shown {
  cells: readonly CellDemand[]
  most: number
}

/** Keeps the cells of a signal on a map, in the colours of the page. */
export function drawHexagons(map: MapLibre, shown: ReadonlySignal<Shown>): () => void {
  map.addSource(SOURCE, { type: 'geojson', data: collection(shown.peek()) })
  map.addLayer({
    id: 'demand-fill',
    type: 'fill',
    source: SOURCE,
    paint: { 'fill-opacity': ['get', 'opacity'] },
  })
  map.addLayer({ id: 'demand-edge', type: 'line', source: SOURCE, paint: { 'line-width': 1 } })
  map.addLayer({
    id: 'demand-count',
    type: 'symbol',
    source: SOURCE,
    layout: {
      'text-field': ['to-string', ['get', 'orders']],
      'text-font': ['system-ui', 'sans-serif'],
      'text-size': 13,
      'text-allow-overlap': true,
    },
    paint: { 'text-halo-width': 1.5 },
  })
  const unpaint = paint(() => recolour(map))
  let framed = false
  const stop = effect(() => {
    const now = shown.value
    map.getSource<GeoJSONSource>(SOURCE)?.setData(collection(now))
    if (!framed && now.cells.length > 0) {
      framed = true
      frame(map, now.cells)
    }
  })
  return () => {
    stop()
    unpaint()
  }
}

function recolour(map: MapLibre) {
  if (!map.getLayer('demand-fill')) return
  map.setPaintProperty('demand-fill', 'fill-color', colour('--accent'))
  map.setPaintProperty('demand-edge', 'line-color', colour('--accent'))
  map.setPaintProperty('demand-count', 'text-color', colour('--text'))
  map.setPaintProperty('demand-count', 'text-halo-color', colour('--card'))
}

function frame(map: MapLibre, cells: readonly CellDemand[]) {
  const points = cells.flatMap(({ cell }) => cellToBoundary(cell, true))
  const [longitudes, latitudes] = [points.map((it) => it[0]), points.map((it) => it[1])]
  map.fitBounds(
    [
      Math.min(...longitudes),
      Math.min(...latitudes),
      Math.max(...longitudes),
      Math.max(...latitudes),
    ],
    { padding: ROOM, maxZoom: CLOSEST, animate: false },
  )
}

function collection({ cells, most }: Shown) {
  return {
    type: 'FeatureCollection' as const,
    features: cells.map(({ cell, orders }) => ({
      type: 'Feature' as const,
      properties: { orders, opacity: opacityOf(strength(orders, most)) },
      geometry: { type: 'Polygon' as const, coordinates: [cellToBoundary(cell, true)] },
    })),
  }
}
