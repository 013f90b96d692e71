import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

interface Props {
  text: string
  label: string
}

/** Always dark on light, as some readers want it. */
export function QrCode({ text, label }: Props) {
  const rows = useSignal<boolean[][]>([])
  useEffect(() => {
    void import('uqr').then(({ encode }) => {
      rows.value = encode(text, { border: 0 }).data
    })
  }, [text, rows])
  const size = rows.value.length
  if (!size) return null
  return (
    <div class="qr" role="img" aria-label={label}>
      <svg viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
        <path d={squares(rows.value)} />
      </svg>
    </div>
  )
}

function squares(rows: boolean[][]) {
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return dark.join('')
}
