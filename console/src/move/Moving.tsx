import { Chooser } from './Chooser'
import { MoveDialog } from './MoveDialog'
import { asked, choosing } from './move'
import { Notice } from './Notice'
import { latest } from './undo'

export function Moving() {
  return (
    <>
      {choosing.value && <Chooser key={choosing.value} orderId={choosing.value} />}
      {asked.value && (
        <MoveDialog key={`${asked.value.orderId} ${asked.value.courierId}`} {...asked.value} />
      )}
      {latest.value && <Notice key={latest.value.key} move={latest.value} />}
    </>
  )
}
