import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useResource } from '../api/resource'
import { may } from '../session/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Show } from '../ui/states'
import { brief, dayTime } from '../words/format'
import { Agreements } from './Agreements'
import { Scoreboard } from './Scoreboard'
import { Promote, Stop } from './ShadowDialogs'
import { StartShadow } from './StartShadow'
import type { KnownPolicies, Shadow, ShadowReport } from './types'
import { lab } from './words'

const EVERY_MS = 4_000

interface Props {
  known: KnownPolicies
  changed: () => Promise<void>
}

/** A candidate that plans beside the live policy, and how the two compare. */
export function ShadowView({ known, changed }: Props) {
  const found = useResource<ShadowReport>('/v1/dispatch/shadow', EVERY_MS)
  const runs = found.value.value?.shadow?.shadowId ?? null
  useEffect(() => void changed(), [runs])
  const again = () => found.reload().then(changed)
  return (
    <Show of={found} lines={6}>
      {(report) =>
        report.shadow ? (
          <Running report={report} shadow={report.shadow} again={again} />
        ) : (
          <div class="columns">
            {may('lab:run') ? (
              <StartShadow known={known} started={again} />
            ) : (
              <Card title={lab.value.shadow.title}>
                <p class="empty">{lab.value.shadow.none}</p>
                <p class="quiet">{lab.value.shadow.hint}</p>
              </Card>
            )}
            <Cannot />
          </div>
        )
      }
    </Show>
  )
}

interface RunningProps {
  report: ShadowReport
  shadow: Shadow
  again: () => Promise<void>
}

function Running({ report, shadow, again }: RunningProps) {
  const t = lab.value.shadow
  const asked = useSignal<'stop' | 'promote' | null>(null)
  const close = () => {
    asked.value = null
    void again()
  }
  return (
    <>
      <Card
        title={shadow.version}
        aside={
          <>
            <span class="quiet small">
              {t.since(dayTime(shadow.startedAt), brief(shadow.startedBy))}
            </span>
            <span class="quiet small">“{shadow.reason}”</span>
            <span class="spread" />
            {may('lab:run') && (
              <Button
                onClick={() => {
                  asked.value = 'stop'
                }}
              >
                {t.stop}
              </Button>
            )}
            {may('dispatch:promote') && (
              <Button
                kind="main"
                onClick={() => {
                  asked.value = 'promote'
                }}
              >
                {t.promote}
              </Button>
            )}
          </>
        }
      >
        <p class="quiet small">{t.hint}</p>
      </Card>
      <div class="columns shadow">
        <div class="column">
          <Scoreboard shadow={shadow} />
        </div>
        <div class="column">
          <Agreements shadow={shadow} />
          <Cannot />
        </div>
      </div>
      {asked.value === 'stop' && <Stop shadow={shadow} close={close} />}
      {asked.value === 'promote' && <Promote report={report} shadow={shadow} close={close} />}
    </>
  )
}

function Cannot() {
  const t = lab.value.shadow
  return (
    <Card title={t.cannot}>
      <ul class="said">
        {t.cannotText.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </Card>
  )
}
