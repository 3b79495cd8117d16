import type { Problem } from './types'

export interface FieldError {
  field: string
  code: string
  detail: string
}

/**
 * An answer of the API that says no; `message` is written for the person, in their language, unless
 * it is `byGateway`.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly errors: FieldError[]
  /** Whether the gateway said so by itself: then `message` is in a language that nobody chose. */
  readonly byGateway: boolean
  /** In how many seconds the same call may be tried again, where the API says so. */
  readonly retryAfter: number | null

  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.status = problem.status
    this.code = problem.code
    this.errors = problem.errors ?? []
    this.byGateway = problem.language !== undefined
    const wait = problem.params?.retry_after
    this.retryAfter = typeof wait === 'number' ? wait : null
  }
}

/** No answer came: whether the server acted is unknown, so the same intent may be sent again. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
}

export function hasCode(error: unknown, code: string): error is ApiError {
  return error instanceof ApiError && error.code === code
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401 && error.code !== 'sign_in_failed'
}

/** A right is missing. What else is refused to those who hold the right has codes of its own. */
export function isForbidden(error: unknown): boolean {
  return hasCode(error, 'forbidden') || hasCode(error, 'no_company')
}

/** Whether the same call can succeed later without anyone changing anything. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof NetworkError ||
    (error instanceof ApiError && (error.status >= 500 || error.status === 429))
  )
}

/** Reads an answer that is not 2xx; a gateway's HTML page still becomes an ApiError. */
export async function problemFrom(response: Response): Promise<ApiError> {
  const fallback = { title: '', detail: '', status: response.status, code: 'unexpected_answer' }
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('json')) return new ApiError(fallback)
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>
  return new ApiError({ ...fallback, ...body })
}
