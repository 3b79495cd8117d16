import { NetworkError } from '@shared/api/problem'
import { PartRefused, PartStalled } from './retry'

export interface PartRequest {
  url: string
  headers: Record<string, string>
  body: Blob
  signal: AbortSignal
  onProgress: (bytes: number) => void
}

const STALLED_AFTER_MS = 20_000
const ANSWER_WITHIN_MS = 60_000

/**
 * One part to the bucket; answers its ETag. XMLHttpRequest, because fetch tells nothing of what
 * has gone out. A socket on which nothing moves is given up.
 */
export function putPart(request: PartRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    let watch: ReturnType<typeof setTimeout>
    const expectMoveWithin = (ms: number) => {
      clearTimeout(watch)
      watch = setTimeout(() => finish(() => reject(new PartStalled())), ms)
    }
    const finish = (settle: () => void) => {
      clearTimeout(watch)
      request.signal.removeEventListener('abort', cancel)
      settle()
      xhr.abort()
    }
    const cancel = () => finish(() => reject(request.signal.reason))
    if (request.signal.aborted) return cancel()
    request.signal.addEventListener('abort', cancel)
    xhr.upload.onprogress = ({ loaded }) => {
      request.onProgress(loaded)
      expectMoveWithin(loaded < request.body.size ? STALLED_AFTER_MS : ANSWER_WITHIN_MS)
    }
    xhr.onerror = () => finish(() => reject(new NetworkError('the part did not arrive')))
    xhr.onload = () => finish(() => settleByAnswer(xhr, resolve, reject))
    xhr.open('PUT', request.url)
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value)
    expectMoveWithin(STALLED_AFTER_MS)
    xhr.send(request.body)
  })
}

function settleByAnswer(
  xhr: XMLHttpRequest,
  resolve: (etag: string) => void,
  reject: (error: Error) => void,
) {
  const etag = xhr.getResponseHeader('ETag')
  if (xhr.status >= 200 && xhr.status < 300 && etag) resolve(etag)
  else reject(new PartRefused(xhr.status))
}
