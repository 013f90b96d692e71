import { useResource } from '../api/resource'
import type { Processor } from '../api/types'
import { Card } from '../ui/Card'
import { Scrolling } from '../ui/Scrolling'
import { Show } from '../ui/states'
import { count, decimal } from '../words/format'
import { words } from '../words/words'

const EVERY_MS = 2_000
const BEHIND_SECONDS = 5

export function Processors() {
  const t = words.value.system
  const found = useResource<{ processors: Processor[] }>('/v1/ops/processors', EVERY_MS)
  return (
    <Card title={t.processors}>
      <Show of={found} lines={8}>
        {({ processors }) => (
          <Scrolling label={t.processors}>
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{t.columns.name}</th>
                  <th scope="col">{t.columns.state}</th>
                  <th scope="col" class="number">
                    {t.columns.position}
                  </th>
                  <th scope="col" class="number">
                    {t.columns.lag}
                  </th>
                  <th scope="col" class="number">
                    {t.columns.waiting}
                  </th>
                  <th scope="col" class="number">
                    {t.columns.parked}
                  </th>
                </tr>
              </thead>
              <tbody>
                {processors.toSorted(worstFirst).map((it) => (
                  <Row key={it.name} processor={it} />
                ))}
              </tbody>
            </table>
          </Scrolling>
        )}
      </Show>
    </Card>
  )
}

const worry = ({ running, error, lagSeconds, deadLetters }: Processor) =>
  Number(!running || error !== null) * 4 +
  Number(deadLetters > 0) * 2 +
  Number(lagSeconds > BEHIND_SECONDS)

const worstFirst = (a: Processor, b: Processor) =>
  worry(b) - worry(a) || a.name.localeCompare(b.name)

function Row({ processor }: { processor: Processor }) {
  const t = words.value.system
  const { running, error, lagSeconds, deadLetters } = processor
  return (
    <tr>
      <th scope="row">
        <code>{processor.name}</code>
      </th>
      <td>
        <span class={`badge ${running && !error ? 'good' : 'bad'}`}>
          {error ?? (running ? t.running : t.stopped)}
        </span>
      </td>
      <td class="number">{count(processor.position)}</td>
      <td class="number">{count(processor.lag)}</td>
      <td class={`number ${lagSeconds > BEHIND_SECONDS ? 'warn' : ''}`}>{decimal(lagSeconds)} s</td>
      <td class={`number ${deadLetters ? 'warn' : ''}`}>{count(deadLetters)}</td>
    </tr>
  )
}
