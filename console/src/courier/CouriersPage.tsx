import { computed, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { asOf, failure, followBoard, known, readNow } from '../live/board'
import { nameOf, names } from '../live/names'
import { Grid } from '../ui/Grid'
import { Icon } from '../ui/Icon'
import { Empty, Failure, Loading } from '../ui/states'
import { useMedia } from '../ui/useMedia'
import { count } from '../words/format'
import { words } from '../words/words'
import { CourierRow, CouriersHead } from './CourierRow'

const HEIGHT = 36
const HEIGHT_ON_A_PHONE = 68

const text = signal('')

/** Everybody on shift whose name or id has what is looked for, by name. */
const found = computed(() => {
  names.value
  const wanted = text.value.toLowerCase()
  return [...known.value.couriers.values()]
    .map((courier) => ({ courier, name: nameOf(courier.courierId) }))
    .filter(({ courier, name }) => `${courier.courierId} ${name}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ courier }) => courier)
})

export function CouriersPage() {
  useEffect(followBoard, [])
  const t = words.value.couriers
  return (
    <div class="page board">
      <div class="filters">
        <h1 tabIndex={-1}>{t.title}</h1>
        <search class="find">
          <Icon name="search" />
          <input
            type="search"
            aria-label={t.search}
            placeholder={t.search}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value
            }}
          />
        </search>
      </div>
      {failure.value !== null && <Failure failure={failure.value} retry={() => void readNow()} />}
      {asOf.value === null ? failure.value === null && <Loading lines={8} /> : <Rows />}
    </div>
  )
}

function Rows() {
  const t = words.value.couriers
  const couriers = found.value
  const height = useMedia('(max-width: 44rem)') ? HEIGHT_ON_A_PHONE : HEIGHT
  if (couriers.length === 0) return <Empty>{t.none}</Empty>
  return (
    <>
      <Grid
        label={t.title}
        kind="couriers"
        count={couriers.length}
        height={height}
        head={<CouriersHead />}
        row={(index, place) => {
          const courier = couriers[index]
          return (
            courier && (
              <CourierRow key={courier.courierId} courier={courier} index={index} place={place} />
            )
          )
        }}
      />
      <p class="foot quiet">
        {words.value.board.shown(count(couriers.length), count(known.value.couriers.size))}
      </p>
    </>
  )
}
