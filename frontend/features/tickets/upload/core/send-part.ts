import type { FinishedPart, UploadApi, UploadId } from './api'
import { type PlannedPart, sizeOf } from './plan'
import type { PartRequest } from './put-part'
import { judge, MAX_RENEWALS, pauseBefore } from './retry'

/** What touches the world, so that tests can stand in for it. */
export interface Tools {
  digest: (blob: Blob) => Promise<string>
  put: (request: PartRequest) => Promise<string>
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  random: () => number
  now: () => number
}

export interface Lane {
  signal: AbortSignal
  onProgress: (bytes: number) => void
  /** The part failed and is waiting for its next try; false once it moves again. */
  onWaiting: (waiting: boolean) => void
}

/** Until it is there: hash, sign, send. Every try signs anew, so no address can be too old. */
export async function sendPart(
  file: Blob,
  part: PlannedPart,
  upload: UploadId,
  api: UploadApi,
  tools: Tools,
  lane: Lane,
): Promise<FinishedPart> {
  const body = file.slice(part.start, part.end)
  const sha256 = await persist(() => tools.digest(body), tools, lane)
  const send = async (): Promise<FinishedPart> => {
    const signed = await api.sign(upload, { number: part.number, size: sizeOf(part), sha256 })
    lane.signal.throwIfAborted()
    const { signal, onProgress } = lane
    const headers = signed.headers ?? {}
    const etag = await tools.put({ url: signed.url, headers, body, signal, onProgress })
    return { PartNumber: part.number, ETag: etag, ChecksumSHA256: sha256 }
  }
  return persist(send, tools, lane)
}

/** Tries for ever what can get better; throws what can't, and what was aborted. */
export async function persist<Result>(
  attempt: () => Promise<Result>,
  tools: Pick<Tools, 'sleep' | 'random'>,
  lane: Pick<Lane, 'signal' | 'onProgress' | 'onWaiting'>,
): Promise<Result> {
  let renewals = 0
  for (let tried = 1; ; tried += 1) {
    lane.signal.throwIfAborted()
    try {
      return await attempt()
    } catch (error) {
      lane.signal.throwIfAborted()
      const verdict = judge(error)
      if (verdict === 'renew') renewals += 1
      if (verdict === 'stop' || verdict === 'gone' || renewals > MAX_RENEWALS) throw error
      lane.onProgress(0)
      lane.onWaiting(true)
      try {
        await tools.sleep(pauseBefore(tried, tools.random), lane.signal)
      } finally {
        lane.onWaiting(false)
      }
    }
  }
}
