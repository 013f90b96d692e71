import { useMemo, useRef } from 'preact/hooks'
import { useResource } from '../api/resource'
import type { Point, Streets } from '../api/types'
import { useMedia } from '../ui/useMedia'
import { words } from '../words/words'
import { pathOf, type View, viewOf } from './project'

export interface Mark {
  kind: 'merchant' | 'door' | 'courier' | 'handover'
  point: Point
  label: string
}

interface Props {
  marks: readonly Mark[]
  /** Where somebody was, in order. */
  way?: readonly Point[]
  /** What is in view besides; the way, if nothing is said. */
  within?: readonly Point[]
}

const WIDE = { width: 720, height: 360 }
const NARROW = { width: 360, height: 260 }

/** A still picture of a few places among the streets. */
export function StreetMap({ marks, way = [], within = way }: Props) {
  const points = [...marks.map((it) => it.point), ...within]
  const { width, height } = useMedia('(max-width: 44rem)') ? NARROW : WIDE
  const view = useMemo(() => viewOf(points, width, height), [JSON.stringify(points), width])
  if (!view) return null
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={labelOf(marks)}>
        <Ground view={view} />
        <path class="way" d={pathOf([way.flatMap((it) => [it.latitude, it.longitude])], view)} />
        {marks.map((mark) => (
          <MarkShown key={`${mark.kind} ${mark.label}`} mark={mark} view={view} />
        ))}
      </svg>
      <figcaption>
        <a href="https://www.openstreetmap.org/copyright" rel="noreferrer" target="_blank">
          © OpenStreetMap contributors
        </a>
      </figcaption>
    </figure>
  )
}

function labelOf(marks: readonly Mark[]) {
  return `${words.value.map.label}: ${marks.map((it) => it.label).join(', ')}`
}

function Ground({ view }: { view: View }) {
  const { south, west, north, east } = view
  const window = [south, west, north, east].map((it) => it.toFixed(5))
  const told = useResource<Streets>(
    `/v1/map/streets?south=${window[0]}&west=${window[1]}&north=${window[2]}&east=${window[3]}`,
  ).value.value
  const kept = useRef(told)
  if (told) kept.current = told
  const streets = kept.current
  const [minor, major] = useMemo(
    () => (streets ? [pathOf(streets.minor, view), pathOf(streets.major, view)] : ['', '']),
    [streets, view],
  )
  return (
    <>
      <path class="street minor" d={minor} />
      <path class="street major" d={major} />
    </>
  )
}

function MarkShown({ mark, view }: { mark: Mark; view: View }) {
  const [x, y] = view.at(mark.point.latitude, mark.point.longitude)
  const left = x > view.width * 0.7
  return (
    <g class={`mark-${mark.kind}`} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      {mark.kind === 'merchant' ? (
        <rect x={-6} y={-6} width={12} height={12} rx={2} />
      ) : (
        <circle r={7} />
      )}
      <text x={left ? -13 : 13} y={4.5} text-anchor={left ? 'end' : 'start'}>
        {mark.label}
      </text>
    </g>
  )
}
