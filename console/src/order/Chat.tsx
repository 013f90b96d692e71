import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { postOnce } from '../api/once'
import { useResource } from '../api/resource'
import type { Message, MessagePage } from '../api/types'
import { stream } from '../live/line'
import { isLive, moment } from '../live/moment'
import { may } from '../session/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Empty, Failure, Show } from '../ui/states'
import { Clock } from '../ui/Time'
import { words } from '../words/words'
import { messagesBy } from './then'

/** A conversation has at most 200 messages. */
export function Chat({ orderId }: { orderId: string }) {
  const t = words.value.order
  const at = `/v1/orders/${encodeURIComponent(orderId)}/messages`
  const page = useResource<MessagePage>(`${at}?limit=200`)
  useEffect(() => {
    const take = ({ type }: { type: string }) => type === 'chat' && void page.reload()
    return stream.hear(`order:${orderId}`, take)
  }, [orderId, page])
  return (
    <Card title={t.chat}>
      <Show of={page} lines={2}>
        {({ messages: all }) => {
          const messages = moment.value ? messagesBy(all, moment.value.at) : all
          return messages.length ? (
            <ol class="chat" aria-live="polite" aria-label={t.chat}>
              {messages.map((message) => (
                <Said key={message.messageId} message={message} />
              ))}
            </ol>
          ) : (
            <Empty>{t.noMessages}</Empty>
          )
        }}
      </Show>
      {may('chat:write') && isLive.value && <Write to={at} said={() => void page.reload()} />}
    </Card>
  )
}

function Said({ message }: { message: Message }) {
  const t = words.value.order
  return (
    <li class={message.author}>
      <p class="quiet small">
        {t.sides[message.author]} · <Clock at={message.occurredAt} />
      </p>
      <p>{message.text ?? <em class="quiet">{t.messageGone}</em>}</p>
    </li>
  )
}

function Write({ to, said }: { to: string; said: () => void }) {
  const t = words.value.order
  const text = useSignal('')
  const busy = useSignal(false)
  const failure = useSignal<unknown>(null)

  async function send(event: Event) {
    event.preventDefault()
    busy.value = true
    try {
      await postOnce(to, { text: text.value.trim() })
      text.value = ''
      failure.value = null
      said()
    } catch (problem) {
      failure.value = problem
    }
    busy.value = false
  }

  function type(event: { currentTarget: HTMLInputElement }) {
    text.value = event.currentTarget.value
  }

  return (
    <form class="write" onSubmit={send}>
      {failure.value !== null && <Failure failure={failure.value} />}
      <input
        aria-label={t.write}
        placeholder={t.write}
        maxLength={500}
        value={text.value}
        onInput={type}
      />
      <Button type="submit" disabled={!text.value.trim()} busy={busy.value}>
        {t.send}
      </Button>
    </form>
  )
}
