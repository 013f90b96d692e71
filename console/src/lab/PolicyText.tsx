import { useSignal } from '@preact/signals'
import { Button } from '../ui/Button'
import type { Choice } from './choice'
import { yamlOf } from './policy'
import { readPolicy } from './read'
import { lab } from './words'

const LARGEST_FILE = 64 * 1024

/** The same policy as a text, to be kept, or brought from a file. */
export function PolicyText({ of }: { of: Choice }) {
  const t = lab.value.choose
  const pasted = useSignal<string | null>(null)
  const faults = useSignal<string[]>([])
  const text = pasted.value ?? yamlOf(of.written.value ?? {})

  async function take(from: string) {
    const read = await readPolicy(from, of.known)
    if (!read) {
      faults.value = [t.unreadable]
      return
    }
    faults.value = Object.entries(read.faults).map(([name, it]) => `${name}: ${t.faults[it]}`)
    if (faults.value.length > 0) return
    of.draft.value = read.draft
    pasted.value = null
  }

  async function open(file: File | undefined) {
    if (!file) return
    if (file.size > LARGEST_FILE) {
      faults.value = [t.unreadable]
      return
    }
    pasted.value = await file.text()
    await take(pasted.value)
  }

  return (
    <details class="policy-text">
      <summary>{t.text}</summary>
      <div class="stack">
        <label class="field">
          <span class="quiet small">{t.textHint}</span>
          <textarea
            class="code"
            rows={7}
            spellcheck={false}
            value={text}
            onInput={(event) => {
              pasted.value = event.currentTarget.value
            }}
          />
        </label>
        {faults.value.map((it) => (
          <p key={it} class="fault" role="alert">
            {it}
          </p>
        ))}
        <div class="actions">
          <label class="button file">
            <input
              type="file"
              class="visually-hidden"
              accept=".yaml,.yml,.json,application/json,text/yaml"
              onChange={(event) => void open(event.currentTarget.files?.[0])}
            />
            {t.file}
          </label>
          <Button onClick={() => void take(text)} disabled={pasted.value === null}>
            {t.take}
          </Button>
        </div>
      </div>
    </details>
  )
}
