import { words } from '../words/words'

/** What is wrong with one field, row or parameter. */
export interface Fault {
  field: string
  message: string
}

/** Why a request came to nothing. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    readonly requestId: string | null = null,
    readonly retryAfterSeconds: number | null = null,
    /** What else the engine says, by name. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail)
  }

  static offline() {
    return new Problem('offline', 0, '')
  }

  static timeout() {
    return new Problem('timeout', 0, '')
  }

  /** What is wrong with which field, row or parameter. */
  get errors(): readonly Fault[] {
    return Array.isArray(this.members.errors) ? this.members.errors : []
  }

  /** Whether the same question may be answered better in a moment. */
  get mayPass() {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

export async function problemOf(answer: Response): Promise<Problem> {
  const body = await answer.json().catch(() => ({}))
  const after = Number(answer.headers.get('Retry-After'))
  return new Problem(
    typeof body.code === 'string' ? body.code : `status-${answer.status}`,
    answer.status,
    typeof body.detail === 'string' ? body.detail : '',
    body.requestId ?? answer.headers.get('X-Request-Id'),
    after > 0 ? after : null,
    body,
  )
}

/** What a person is told: in their language where we have words for it, else what the engine says. */
export function tell(failure: unknown): string {
  if (!(failure instanceof Problem)) return words.value.problems.unknown
  const { problems } = words.value
  const said = (problems.byCode as Record<string, string>)[failure.code]
  return said ?? (failure.message || problems.status(failure.status))
}
