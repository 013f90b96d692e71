import type { Signal } from '@preact/signals'
import { ask } from '../shell/address'
import { Icon } from '../ui/Icon'
import { pieceSaid } from './format'
import { dateOf, PRESETS, type Span, type Wanted } from './span'
import { analytics } from './words'
import { zones } from './zone'

interface Props {
  wanted: Wanted
  span: Span | null
  asOf: Signal<number>
  /** Where hours and days make no difference. */
  whole?: boolean
  again: () => void
}

/** Of which time the figures are; all of it is in the address. */
export function SpanPicker({ wanted, span, asOf, whole = false, again }: Props) {
  const t = analytics.value.span
  const zone = wanted.timeZone
  return (
    <div class="span-picker">
      <div class="tabs" role="group" aria-label={t.label}>
        {PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={preset === wanted.preset}
            onClick={() => {
              const dates =
                preset === 'own'
                  ? { from: dateOf(span?.from ?? asOf.value, zone), to: dateOf(asOf.value, zone) }
                  : { from: null, to: null }
              ask({ span: preset === 'today' ? null : preset, ...dates })
            }}
          >
            {t.presets[preset]}
          </button>
        ))}
      </div>
      {wanted.preset === 'own' && (
        <>
          <Day label={t.from} name="from" value={wanted.from} />
          <Day label={t.to} name="to" value={wanted.to} />
        </>
      )}
      {!whole && (
        <label class="inline-field">
          <span>{t.bucket}</span>
          <select
            value={span?.bucket ?? 'hour'}
            onChange={(event) => ask({ bucket: event.currentTarget.value })}
          >
            <option value="hour">{t.buckets.hour}</option>
            <option value="day">{t.buckets.day}</option>
          </select>
        </label>
      )}
      <label class="inline-field">
        <span>{t.timeZone}</span>
        <select value={zone} onChange={(event) => ask({ tz: event.currentTarget.value })}>
          {zones(zone).map((it) => (
            <option key={it} value={it}>
              {it}
            </option>
          ))}
        </select>
      </label>
      <span class="spread" />
      {span && <span class="quiet small">{t.asOf(pieceSaid(span.to, 0, zone))}</span>}
      <button type="button" class="tool" aria-label={t.again} title={t.again} onClick={again}>
        <Icon name="again" />
      </button>
    </div>
  )
}

function Day({ label, name, value }: { label: string; name: string; value: string | null }) {
  return (
    <label class="inline-field">
      <span>{label}</span>
      <input
        type="date"
        value={value ?? ''}
        onChange={(event) => ask({ [name]: event.currentTarget.value })}
      />
    </label>
  )
}
