export const WIDTH = 180
export const HEIGHT = 32
/** A quarter of an hour of steps of five seconds. */
const STEPS = 180

/** The latest value is at the right edge; what is not known yet is left empty. */
export function line(values: readonly number[]): string {
  const most = Math.max(...values, 1e-9)
  const shown = values.slice(-STEPS)
  const step = WIDTH / (STEPS - 1)
  const first = WIDTH - (shown.length - 1) * step
  return shown
    .map((it, i) => {
      const x = (first + i * step).toFixed(1)
      const y = (HEIGHT - 1 - (it / most) * (HEIGHT - 2)).toFixed(1)
      return `${i ? 'L' : 'M'}${x} ${y}`
    })
    .join('')
}
