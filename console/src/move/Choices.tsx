import { useEffect, useRef } from 'preact/hooks'
import type { BoardOrder } from '../api/types'
import { words } from '../words/words'
import { ChoiceShown } from './ChoiceShown'
import type { Choice } from './rank'

interface Props {
  choices: readonly Choice[]
  current: number
  order: BoardOrder | undefined
  choose: (courierId: string) => void
}

export function Choices({ choices, current, order, choose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <div
      ref={list}
      id="choices"
      class="choices"
      role="listbox"
      aria-label={words.value.nav.couriers}
    >
      {choices.map((choice, i) => (
        <button
          type="button"
          tabIndex={-1}
          key={choice.courier.courierId}
          id={`choice-${i}`}
          class="choice"
          role="option"
          aria-selected={i === current}
          onClick={() => choose(choice.courier.courierId)}
        >
          <ChoiceShown choice={choice} order={order} />
        </button>
      ))}
    </div>
  )
}
