import { ApiError, NetworkError } from '@shared/api/problem'

/** The bucket answered a part with something else than success. */
export class PartRefused extends Error {
  override readonly name = 'PartRefused'
  constructor(readonly status: number) {
    super(`the bucket answered ${status}`)
  }
}

/** Nothing moved for so long that the connection must be dead. */
export class PartStalled extends Error {
  override readonly name = 'PartStalled'
}

/**
 * - again: the world may be better later; goes on for ever
 * - renew: the signed address may have expired or the bytes been bent; a few times, then it stops
 * - gone: the server no longer knows this upload; it can be started anew
 * - stop: trying again can't help
 */
export type Verdict = 'again' | 'renew' | 'gone' | 'stop'

export const MAX_RENEWALS = 6
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

export function judge(error: unknown): Verdict {
  if (error instanceof NetworkError || error instanceof PartStalled) return 'again'
  if (error instanceof PartRefused) return judgeStatus(error.status, 'renew')
  if (error instanceof ApiError) return judgeStatus(error.status, 'stop')
  return 'stop'
}

function judgeStatus(status: number, otherwise: Verdict): Verdict {
  if (status >= 500 || status === 429 || status === 408) return 'again'
  return status === 404 ? 'gone' : otherwise
}

/** Doubles up to half a minute; spread, so that lanes and people don't all come back at once. */
export function pauseBefore(attempt: number, random: () => number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1))
  return longest / 2 + (random() * longest) / 2
}
