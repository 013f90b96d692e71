import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'

/** What the engine says of its tiles. */
export interface TileJson {
  tiles: string[]
  minzoom: number
  maxzoom: number
  bounds: [west: number, south: number, east: number, north: number]
}

export type Colour = (token: string) => string

const STREETS = 'streets'
const LARGE = ['motorway', 'trunk', 'primary', 'secondary']
const MIDDLE = ['tertiary', 'residential', 'unclassified', 'living_street', 'road', 'busway']
const SMALL = ['footway', 'path', 'steps', 'cycleway', 'track', 'pedestrian', 'service', 'other']

type Widths = [zoom: number, pixels: number][]

/** The streets in the colours of the page. Glyphs are drawn by the browser, from its own fonts. */
export function styleOf(tiles: TileJson, host: string, colour: Colour): StyleSpecification {
  return {
    version: 8,
    sources: {
      [STREETS]: {
        type: 'vector',
        tiles: tiles.tiles.map((it) => host + it),
        minzoom: tiles.minzoom,
        maxzoom: tiles.maxzoom,
        bounds: tiles.bounds,
      },
    },
    layers: layersOf(colour),
  }
}

export function layersOf(colour: Colour): LayerSpecification[] {
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': colour('--ground') } },
    streets('small', SMALL, colour('--lane'), [
      [14, 0.5],
      [16, 1.5],
      [18, 5],
    ]),
    streets('middle', MIDDLE, colour('--street'), [
      [12, 0.6],
      [14, 2],
      [16, 6],
      [18, 16],
    ]),
    streets('large', LARGE, colour('--street'), [
      [10, 0.8],
      [13, 2.6],
      [16, 9],
      [18, 22],
    ]),
    namesOf(colour),
  ]
}

function streets(id: string, classes: string[], colour: string, widths: Widths) {
  return {
    id,
    type: 'line',
    source: STREETS,
    'source-layer': 'roads',
    filter: ['in', ['get', 'class'], ['literal', classes]],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['exponential', 1.4], ['zoom'], ...widths.flat()],
    },
  } as LayerSpecification
}

function namesOf(colour: Colour): LayerSpecification {
  return {
    id: 'names',
    type: 'symbol',
    source: STREETS,
    'source-layer': 'roads',
    minzoom: 14.5,
    filter: ['has', 'name'],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 400,
      'text-field': ['get', 'name'],
      'text-font': ['system-ui', 'sans-serif'],
      'text-size': 11,
      'text-padding': 6,
    },
    paint: {
      'text-color': colour('--quiet'),
      'text-halo-color': colour('--street'),
      'text-halo-width': 1.5,
    },
  }
}
