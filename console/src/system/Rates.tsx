import { useResource } from '../api/resource'
import type { Rates as Told, WatchedRate } from '../api/types'
import { Card } from '../ui/Card'
import { Show } from '../ui/states'
import { count, decimal } from '../words/format'
import { named, words } from '../words/words'
import { HEIGHT, line, WIDTH } from './spark'

const EVERY_MS = 5_000

/** How busy the engine is, and has been for the last quarter of an hour. */
export function Rates() {
  const t = words.value.system
  const found = useResource<Told>('/v1/ops/rates', EVERY_MS)
  return (
    <Card title={t.rates}>
      <Show of={found} lines={3}>
        {({ rates }) => (
          <dl class="rates">
            {rates.map((it) => (
              <Shown key={it.name} rate={it} />
            ))}
          </dl>
        )}
      </Show>
    </Card>
  )
}

function Shown({ rate: { name, level, values } }: { rate: WatchedRate }) {
  const t = words.value.system
  const said = level ? count : decimal
  const now = values.at(-1) ?? 0
  const most = Math.max(...values, 0)
  return (
    <div>
      <dt>{named(t.rateNames, name)}</dt>
      <dd>
        <strong>{said(now)}</strong> {!level && t.perSecond}
        <svg
          class="spark"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d={line(values)} />
        </svg>
        <span class="quiet">{t.most(said(most))}</span>
      </dd>
    </div>
  )
}
