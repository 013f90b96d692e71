import { useResource } from '../api/resource'
import { ask, query } from '../shell/address'
import { Card } from '../ui/Card'
import { Download } from '../ui/Download'
import { Scrolling } from '../ui/Scrolling'
import { Empty, Show } from '../ui/states'
import { count, decimal } from '../words/format'
import { Calibrations } from './Calibrations'
import { keySaid } from './merchants'
import { type Group, type Lateness, PARTS, piecesOf, placeOn, type Scale, scaleOf } from './parts'
import { parametersOf, type Span } from './span'
import { analytics } from './words'
import { DAY_MS } from './zone'

const BY = ['all', 'merchant', 'cell', 'hour'] as const
type By = (typeof BY)[number]

const LONGEST_MS = 31 * DAY_MS
const MOST_GROUPS = 40
const PATIENCE_MS = 30_000

/** How promises held, and what made orders late. */
export function Promises({ span }: { span: Span }) {
  const t = analytics.value.promises
  const by = BY.find((it) => it === query.value.get('by')) ?? 'all'
  if (span.to - span.from > LONGEST_MS) return <Empty>{analytics.value.span.longPromises}</Empty>
  const path = `/v1/analytics/promises?by=${by}&${parametersOf(span)}`
  return <Read key={path} by={by} path={path} word={t.title} />
}

function Read({ by, path, word }: { by: By; path: string; word: string }) {
  const t = analytics.value.promises
  const found = useResource<{ groups: Group[] }>(path, 0, { patienceMs: PATIENCE_MS })
  return (
    <>
      <Card
        title={word}
        aside={
          <>
            <div class="tabs" role="group" aria-label={analytics.value.tables.by}>
              {BY.map((it) => (
                <button
                  key={it}
                  type="button"
                  aria-pressed={it === by}
                  onClick={() => ask({ by: it === 'all' ? null : it })}
                >
                  {t.by[it]}
                </button>
              ))}
            </div>
            <span class="spread" />
            <Download path={path} type="text/csv" name={`promises-${by}.csv`}>
              {analytics.value.csv}
            </Download>
          </>
        }
      >
        <p class="quiet small">{t.hint}</p>
        <Show of={found}>
          {({ groups }) =>
            groups.length ? <Groups by={by} groups={groups} /> : <Empty>{t.none}</Empty>
          }
        </Show>
      </Card>
      {by === 'all' && found.value.value?.groups[0] && (
        <Calibrations calibration={found.value.value.groups[0].calibration} />
      )}
    </>
  )
}

const lateFirst = (a: Group, b: Group) => (b.lateness?.total ?? 0) - (a.lateness?.total ?? 0)

function Groups({ by, groups }: { by: By; groups: readonly Group[] }) {
  const t = analytics.value.promises
  const ordered = by === 'hour' ? groups : groups.toSorted(lateFirst)
  const shown = ordered.slice(0, MOST_GROUPS)
  const ends = shown.flatMap((it) =>
    it.lateness ? piecesOf(it.lateness).flatMap(({ from, to }) => [from, to]) : [],
  )
  const scale = scaleOf(ends)
  return (
    <>
      <ul class="legend" aria-hidden="true">
        {PARTS.map((part, i) => (
          <li key={part} class={`hue-${i + 1}`}>
            {t.parts[part]}
          </li>
        ))}
      </ul>
      <Scrolling label={t.title}>
        <table class="table lateness">
          <thead>
            <tr>
              <th scope="col">{t.by[by]}</th>
              <th scope="col" class="number">
                {t.orders}
              </th>
              <th scope="col" class="number">
                {t.onTime}
              </th>
              <th scope="col" class="number">
                {t.total}
              </th>
              <th scope="col" class="wide">
                {t.picture}
              </th>
              {PARTS.map((part) => (
                <th key={part} scope="col" class="number">
                  {t.parts[part]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((it) => (
              <Row key={it.key ?? ''} by={by} group={it} scale={scale} />
            ))}
          </tbody>
        </table>
      </Scrolling>
      {shown.length < groups.length && (
        <p class="quiet small">
          {analytics.value.tables.shown(count(shown.length), count(groups.length))}
        </p>
      )}
    </>
  )
}

const minutes = (seconds: number) => {
  const said = decimal(Math.abs(seconds) / 60)
  return `${seconds < 0 && /[1-9]/.test(said) ? '−' : ''}${said}`
}

function Row({ by, group, scale }: { by: By; group: Group; scale: Scale }) {
  const { key, orders, lateness } = group
  return (
    <tr>
      <th scope="row" title={key ?? ''}>
        <span class="term">{nameOfGroup(by, key)}</span>
      </th>
      <td class="number">{count(orders)}</td>
      <td class="number">{lateness ? `${decimal(lateness.onTime * 100, 0)} %` : '–'}</td>
      <td class="number">
        <strong>{lateness ? `${minutes(lateness.total)} min` : '–'}</strong>
      </td>
      <td class="wide">{lateness && <Bar lateness={lateness} scale={scale} />}</td>
      {PARTS.map((part) => (
        <td key={part} class="number">
          {lateness ? minutes(lateness[part]) : '–'}
        </td>
      ))}
    </tr>
  )
}

function nameOfGroup(by: By, key: string | null): string {
  const t = analytics.value.promises
  if (key === null || by === 'all') return t.by.all
  if (by === 'hour') return `${key.padStart(2, '0')}:00`
  return keySaid(by, key)
}

function Bar({ lateness, scale }: { lateness: Lateness; scale: Scale }) {
  const t = analytics.value.promises
  const zero = `${placeOn(0, scale)}%`
  const total = `${placeOn(lateness.total, scale)}%`
  return (
    <svg class="lateness-bar" aria-hidden="true">
      {piecesOf(lateness).map(({ part, from, to }) => (
        <rect
          key={part}
          class={`hue-${PARTS.indexOf(part) + 1}`}
          x={`${placeOn(from, scale)}%`}
          width={`${placeOn(to, scale) - placeOn(from, scale)}%`}
          y="3"
          height="14"
        >
          <title>{`${t.parts[part]}: ${minutes(lateness[part])} min`}</title>
        </rect>
      ))}
      <line class="zero" x1={zero} x2={zero} y1="0" y2="100%" />
      <circle cx={total} cy="10" r="3.5" />
    </svg>
  )
}
