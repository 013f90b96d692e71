import { useSignal } from '@preact/signals'
import { useId, useMemo } from 'preact/hooks'
import { postOnce } from '../api/once'
import { Problem } from '../api/problem'
import { liveNow } from '../live/clock'
import { go } from '../shell/address'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Failure } from '../ui/states'
import { another, choiceOf, NOBODY } from './choice'
import { PolicyChoice } from './PolicyChoice'
import type { KnownPolicies } from './types'
import { useUsualWindow } from './useUsualWindow'
import { fieldOf, instantOf } from './window'
import { lab } from './words'

const LONGEST_MS = 7 * 24 * 3_600_000
const [FEWEST, USUAL, MOST] = [3, 10, 100]

interface Props {
  known: KnownPolicies
  started: () => Promise<void>
}

/** Which window is to be lived through again, and under which policy. */
export function StartRun({ known, started }: Props) {
  const t = lab.value.runs
  const { policies } = known
  const candidate = useMemo(() => choiceOf(policies, another(policies)), [])
  const baseline = useMemo(() => choiceOf(policies, NOBODY), [])
  const from = useSignal('')
  const to = useSignal('')
  const seeds = useSignal(String(USUAL))
  const none = useSignal(false)
  const busy = useSignal(false)
  const failure = useSignal<unknown>(null)
  const seedsHint = useId()
  useUsualWindow(known, (window) => {
    none.value = window === null
    if (!window || from.peek() || to.peek()) return
    from.value = fieldOf(window.from)
    to.value = fieldOf(window.to)
  })

  const [begin, end] = [instantOf(from.value), instantOf(to.value)]
  const windowFault = faultOf(begin, end)
  const badSeeds = !/^\d+$/.test(seeds.value) || +seeds.value < FEWEST || +seeds.value > MOST
  const faults = [candidate, baseline].some((it) => Object.keys(it.faults.value).length > 0)
  const ready = end > begin && !windowFault && !badSeeds && !faults && candidate.written.value

  async function start(event: Event) {
    event.preventDefault()
    if (!ready) return
    const body = {
      from: new Date(begin).toISOString(),
      to: new Date(end).toISOString(),
      policy: candidate.written.value,
      ...(baseline.written.value ? { baseline: baseline.written.value } : {}),
      seeds: Number(seeds.value),
    }
    busy.value = true
    failure.value = null
    try {
      const { jobId } = await postOnce<{ jobId: string }>('/v1/lab/runs', body)
      void started()
      go(`/lab/runs/${jobId}`)
    } catch (problem) {
      failure.value = problem
    }
    busy.value = false
  }

  return (
    <Card title={t.start}>
      <form class="stack" onSubmit={start}>
        <p class="quiet">{t.hint}</p>
        <div class="beside">
          <Moment label={t.from} of={from} />
          <Moment label={t.to} of={to} />
        </div>
        <p class={windowFault ? 'fault' : 'quiet small'} role={windowFault ? 'alert' : undefined}>
          {windowFault ? t.windowFaults[windowFault] : none.value ? t.noWindow : t.windowHint}
        </p>
        <PolicyChoice
          of={candidate}
          label={t.candidate}
          refused={refusal(failure.value, 'policy')}
        />
        <PolicyChoice
          of={baseline}
          label={t.baseline}
          nobody={t.liveBaseline}
          refused={refusal(failure.value, 'baseline')}
        />
        <label class="field seeds">
          <span>{t.seeds}</span>
          <input
            inputMode="numeric"
            value={seeds.value}
            aria-invalid={badSeeds}
            aria-describedby={seedsHint}
            onInput={(event) => {
              seeds.value = event.currentTarget.value.trim()
            }}
          />
          <small id={seedsHint} class={badSeeds ? 'fault' : 'quiet'}>
            {badSeeds ? t.seedsFault : t.seedsHint}
          </small>
        </label>
        {failure.value !== null && !isOfAPolicy(failure.value) && (
          <Failure failure={failure.value} />
        )}
        <div class="actions">
          <Button type="submit" kind="main" disabled={!ready} busy={busy.value}>
            {t.startAction}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function faultOf(begin: number, end: number): 'order' | 'long' | 'future' | null {
  if (Number.isNaN(begin) || Number.isNaN(end)) return null
  if (begin >= end) return 'order'
  if (end - begin > LONGEST_MS) return 'long'
  return end > liveNow() ? 'future' : null
}

const isOfAPolicy = (failure: unknown) =>
  failure instanceof Problem && failure.code === 'invalid-policy'

/** What the engine says of one of the two policies. */
export function refusal(failure: unknown, field: 'policy' | 'baseline'): string | null {
  if (!isOfAPolicy(failure)) return null
  const { errors, message } = failure as Problem
  const about = errors[0]?.field ?? 'policy'
  return about === field ? message : null
}

function Moment({ label, of }: { label: string; of: { value: string } }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="datetime-local"
        required
        title={lab.value.runs.deviceTime}
        value={of.value}
        onInput={(event) => {
          of.value = event.currentTarget.value
        }}
      />
    </label>
  )
}
