import { useEffect } from 'preact/hooks'
import { asOf, failure, followBoard, known, readNow } from '../live/board'
import { DropPane } from '../move/DropPane'
import { Failure, Loading } from '../ui/states'
import { count } from '../words/format'
import { words } from '../words/words'
import { BoardFilters } from './BoardFilters'
import { BoardRows } from './BoardRows'

export function BoardPage() {
  useEffect(followBoard, [])
  const t = words.value.board
  return (
    <div class="page board">
      <div class="title">
        <h1 tabIndex={-1}>{t.title}</h1>
        <Couriers />
      </div>
      <BoardFilters />
      {failure.value !== null && <Failure failure={failure.value} retry={() => void readNow()} />}
      {asOf.value === null ? failure.value === null && <Loading lines={10} /> : <BoardRows />}
      <DropPane />
    </div>
  )
}

function Couriers() {
  let [free, riding, resting] = [0, 0, 0]
  for (const courier of known.value.couriers.values()) {
    if (courier.tripId) riding++
    else if (courier.duty === 'on_break') resting++
    else free++
  }
  if (asOf.value === null) return null
  return (
    <p class="quiet">{words.value.board.couriers(count(free), count(riding), count(resting))}</p>
  )
}
