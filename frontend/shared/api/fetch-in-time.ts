import { NetworkError } from './problem'

/** The API answers within half a minute or never; the rest is for sending on a slow line. */
export const ANSWER_WITHIN_MS = 60_000

/** A connection that died without a word would keep its caller waiting for many minutes. */
export async function fetchInTime(request: Request): Promise<Response> {
  const patience = new AbortController()
  const end = () => patience.abort(new NetworkError('no answer came in time'))
  const timer = setTimeout(end, ANSWER_WITHIN_MS)
  const leave = () => patience.abort(request.signal.reason)
  if (request.signal.aborted) leave()
  request.signal.addEventListener('abort', leave)
  try {
    return await fetch(request, { signal: patience.signal })
  } finally {
    clearTimeout(timer)
  }
}
