import { useResource } from '../api/resource'
import type { Track } from '../api/types'
import { nameOf } from '../live/names'
import { useUpTo } from '../live/useUpTo'
import { StreetMap } from '../map/StreetMap'
import { passedOf } from '../map/way'
import { Card } from '../ui/Card'
import { Empty, Show } from '../ui/states'
import { words } from '../words/words'

const HOUR_MS = 3_600_000

/** Where a courier was in the last hour. Each look is written down in the audit log. */
export function Trail({ courierId }: { courierId: string }) {
  const t = words.value.courier
  const to = useUpTo(courierId)
  const [from, until] = [to - HOUR_MS, to].map((it) => new Date(it).toISOString())
  const track = useResource<Track>(
    `/v1/couriers/${encodeURIComponent(courierId)}/track?from=${from}&to=${until}`,
  )
  return (
    <Card title={t.trail} aside={<span class="quiet small">{t.lastHour}</span>}>
      <Show of={track}>{(it) => <Way track={it} courierId={courierId} />}</Show>
    </Card>
  )
}

function Way({ track, courierId }: { track: Track; courierId: string }) {
  const way = passedOf(track)
  const last = way.at(-1)
  if (!last) return <Empty>{words.value.courier.noTrail}</Empty>
  return (
    <StreetMap marks={[{ kind: 'courier', point: last, label: nameOf(courierId) }]} way={way} />
  )
}
