import { count, decimal } from '../words/format'

/** A way as `350 m` or `1.8 km`. */
export const metres = (value: number) =>
  value < 950 ? `${count(Math.round(value / 50) * 50)} m` : `${decimal(value / 1000)} km`
