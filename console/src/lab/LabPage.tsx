import './lab.css'
import { useResource } from '../api/resource'
import { may } from '../session/session'
import { Show } from '../ui/states'
import { Views, viewOf } from '../ui/Views'
import { Policies } from './Policies'
import { Runs } from './Runs'
import { ShadowView } from './ShadowView'
import type { KnownPolicies } from './types'
import { lab } from './words'

const EVERY_MS = 15_000
type View = keyof typeof lab.value.views

/** Past windows under another policy, a candidate beside the live one, and what policies there are. */
export function LabPage() {
  const t = lab.value
  const known = useResource<KnownPolicies>('/v1/dispatch/policies', EVERY_MS)
  const shown: View[] = may('ops:read') ? ['runs', 'shadow', 'policies'] : ['shadow', 'policies']
  const view = viewOf(shown)
  return (
    <div class="page lab">
      <div class="filters">
        <h1 tabIndex={-1}>{t.title}</h1>
        <Views label={t.title} of={t.views} shown={shown} />
        <Standing known={known.value.value} />
      </div>
      <Show of={known} lines={6}>
        {(it) => (
          <>
            {view === 'runs' && <Runs known={it} />}
            {view === 'shadow' && <ShadowView known={it} changed={known.reload} />}
            {view === 'policies' && <Policies known={it} />}
          </>
        )}
      </Show>
    </div>
  )
}

function Standing({ known }: { known: KnownPolicies | null }) {
  const t = lab.value
  const live = known?.policies.find((it) => it.live)
  const candidate = known?.policies.find((it) => it.inShadow)
  if (!live) return null
  return (
    <p class="standing quiet">
      {t.live} <code>{live.version}</code>
      {candidate && (
        <>
          {' · '}
          {t.inShadow} <code>{candidate.version}</code>
        </>
      )}
    </p>
  )
}
