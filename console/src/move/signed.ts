import { span } from '../words/format'

/** As `+4:05` or `−0:30`. */
export const signed = (seconds: number) => (seconds > 0 ? '+' : '') + span(seconds * 1000)
