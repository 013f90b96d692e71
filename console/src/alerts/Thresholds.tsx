import { useResource } from '../api/resource'
import type { AlertThresholds } from '../api/types'
import { Show } from '../ui/states'
import { span } from '../words/format'
import { words } from '../words/words'
import { measured } from './said'
import { KINDS } from './select'

/** From when on something is an alert. */
export function Thresholds() {
  const t = words.value.alerts
  const found = useResource<AlertThresholds>('/v1/alerts/thresholds')
  return (
    <details class="card thresholds">
      <summary>{t.thresholds}</summary>
      <Show of={found}>
        {({ thresholds, calmSeconds }) => (
          <>
            <dl>
              {KINDS.flatMap((kind) => thresholds.filter((it) => it.kind === kind)).map((it) => (
                <div key={it.kind}>
                  <dt>{t.kinds[it.kind]}</dt>
                  <dd class="number">
                    {measured(it.threshold, it.unit)}
                    {it.realTime && <small class="quiet"> {t.realTime}</small>}
                  </dd>
                  <dd class="quiet">{t.says[it.kind]}</dd>
                </div>
              ))}
            </dl>
            <p class="quiet small">{t.calmHint(span(calmSeconds * 1000))}</p>
          </>
        )}
      </Show>
    </details>
  )
}
