import { words } from '../words/words'
import { DeadLetters } from './DeadLetters'
import { Dependencies } from './Dependencies'
import { Jobs } from './Jobs'
import { Processors } from './Processors'
import { Rates } from './Rates'

export function SystemPage() {
  return (
    <div class="page">
      <h1 tabIndex={-1}>{words.value.system.title}</h1>
      <Dependencies />
      <Rates />
      <Processors />
      <DeadLetters />
      <Jobs />
    </div>
  )
}
