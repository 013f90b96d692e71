import { postOnce, removeOnce } from '../api/once'
import { Confirm } from '../ui/Confirm'
import { count } from '../words/format'
import { Differences } from './Differences'
import { numbersOf } from './policy'
import type { Shadow, ShadowReport } from './types'
import { lab } from './words'

const LONGEST_REASON = 300
const FEW_ROUNDS = 100

export function Stop({ shadow, close }: { shadow: Shadow; close: () => void }) {
  const t = lab.value.shadow
  const act = (reason: string) =>
    removeOnce(`/v1/dispatch/shadow?reason=${encodeURIComponent(reason)}`)
  return (
    <Confirm
      title={`${t.stop}: ${shadow.version}`}
      action={t.stop}
      longest={LONGEST_REASON}
      close={close}
      act={act}
    >
      <p>{t.stopHint}</p>
    </Confirm>
  )
}

interface PromoteProps {
  report: ShadowReport
  shadow: Shadow
  close: () => void
}

/** The score and the numbers are those that were seen: another shadow is refused by the engine. */
export function Promote({ report, shadow, close }: PromoteProps) {
  const t = lab.value.shadow
  const { live } = report
  const act = (reason: string) =>
    postOnce('/v1/dispatch/shadow/promote', { shadowId: shadow.shadowId, reason })
  return (
    <Confirm
      title={`${t.promote}: ${shadow.version}`}
      action={t.promote}
      grave
      longest={LONGEST_REASON}
      close={close}
      act={act}
    >
      <p>{t.promoteHint(shadow.version, live.version)}</p>
      {shadow.total.rounds < FEW_ROUNDS && (
        <p class="warn">{t.fewRounds(count(shadow.total.rounds))}</p>
      )}
      <div class="promoted">
        <h3>{t.changes}</h3>
        <Differences
          brief
          first={{ ...numbersOf(live.numbers), version: live.version }}
          second={{ ...numbersOf(shadow.numbers), version: shadow.version }}
        />
      </div>
      <p class="quiet small">{t.promoteBack}</p>
    </Confirm>
  )
}
