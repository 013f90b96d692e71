import { Find } from '../ui/Find'
import { count } from '../words/format'
import { words } from '../words/words'
import {
  choose,
  counts,
  couriersFound,
  hidden,
  list,
  listed,
  ordersFound,
  text,
  toggle,
} from './choice'
import { DOINGS, type Kind, URGENCIES } from './doing'
import { merchants } from './places'
import { flyToChosen } from './stage'

/** What is shown, how many there are of each, and what they look like. */
export function Filters() {
  const t = words.value.liveMap
  const kinds: readonly Kind[] = listed.value === 'orders' ? URGENCIES : DOINGS
  return (
    <div class="map-filters">
      <Find
        label={t.search}
        word={() => words.value.liveMap.keys.search}
        text={text.value}
        find={(it) => {
          text.value = it
        }}
        enter={goToFirst}
      />
      <div class="tabs" role="group" aria-label={t.list}>
        {(['couriers', 'orders'] as const).map((it) => (
          <button
            type="button"
            key={it}
            aria-pressed={listed.value === it}
            onClick={() => list(it)}
          >
            {t[it]} <span class="count">{count(total(it))}</span>
          </button>
        ))}
      </div>
      <div class="chips" role="group" aria-label={t.filters}>
        {kinds.map((kind) => (
          <button
            type="button"
            class="chip kind"
            key={kind}
            aria-pressed={!hidden.value.has(kind)}
            onClick={() => toggle(kind)}
          >
            <Mark kind={kind} />
            {t.kinds[kind]} <span class="count">{count(counts.value[kind])}</span>
          </button>
        ))}
        {listed.value === 'orders' && (
          <span class="chip kind plain">
            <span class="map-mark merchant" aria-hidden="true" />
            {t.merchants} <span class="count">{count(merchants.value.size)}</span>
          </span>
        )}
      </div>
    </div>
  )
}

function total(what: 'couriers' | 'orders') {
  const kinds: readonly Kind[] = what === 'orders' ? URGENCIES : DOINGS
  return kinds.reduce((sum, it) => sum + counts.value[it], 0)
}

/** The thing as it is on the map. */
export const Mark = ({ kind }: { kind: Kind }) => (
  <span class={`map-mark ${kind}`} aria-hidden="true" />
)

/** Of what is listed; if there is nothing, of the other list. */
function goToFirst() {
  const courier = couriersFound.value[0]
  const order = ordersFound.value[0]?.order
  const first = listed.value === 'orders' ? order?.orderId : courier?.id
  if (first) choose({ kind: listed.value === 'orders' ? 'order' : 'courier', id: first })
  else if (order) choose({ kind: 'order', id: order.orderId })
  else if (courier) choose({ kind: 'courier', id: courier.id })
  flyToChosen()
}
