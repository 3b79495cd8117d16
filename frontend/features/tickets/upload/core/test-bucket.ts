import { ApiError } from '@shared/api/problem'
import type { StoredPart } from '@shared/api/types'
import type { FinishedPart, UploadApi, UploadId } from './api'
import { compositeChecksum, toBase64 } from './checksum'
import type { Tools } from './send-part'

export const CONTENT = 'abcdefghijklmnopqr'
const PART_SIZE = 4

type Step = 'start' | 'hash' | 'sign' | 'put' | 'complete'

/** A bucket and its API in memory, that fails as told: each fault once, in order. */
export class Bucket implements UploadApi {
  faults: Partial<Record<Step, Error[]>> = {}
  receipt: string | null = null
  onPut?: (number: number) => void
  starts = 0
  puts = 0
  readonly parts = new Map<number, { body: Blob; sha256: string }>()
  private readonly id: UploadId = { key: 'k', uploadId: 'u' }

  start = async () => {
    this.failOn('start')
    this.starts += 1
    return { ...this.id, part_size: PART_SIZE }
  }

  sign = async (_upload: UploadId, part: { number: number }) => {
    this.failOn('sign')
    return { url: String(part.number), expires: 900, headers: {} }
  }

  stored = async (upload: UploadId): Promise<StoredPart[]> => {
    if (upload.uploadId !== this.id.uploadId)
      throw new ApiError({ title: '', detail: '', status: 404, code: 'not_found' })
    return [...this.parts].map(([PartNumber, { body, sha256 }]) => ({
      PartNumber,
      Size: body.size,
      ETag: String(PartNumber),
      ChecksumSHA256: sha256,
    }))
  }

  complete = async (_upload: UploadId, parts: FinishedPart[]) => {
    this.failOn('complete')
    const sha256 = this.receipt ?? (await compositeChecksum(parts.map((p) => p.ChecksumSHA256)))
    return { location: '', key: 'k', size: CONTENT.length, sha256 }
  }

  abort = async () => undefined
  unfinished = async () => []

  put = async ({ url, body, signal }: { url: string; body: Blob; signal: AbortSignal }) => {
    this.failOn('put')
    this.puts += 1
    const sha256 = await digest(body)
    this.parts.set(Number(url), { body, sha256 })
    this.onPut?.(Number(url))
    signal.throwIfAborted()
    return url
  }

  checksum(): Promise<string> {
    const ordered = [...this.parts].sort(([one], [other]) => one - other)
    return compositeChecksum(ordered.map(([, part]) => part.sha256))
  }

  text(): Promise<string> {
    const ordered = [...this.parts].sort(([one], [other]) => one - other)
    return new Blob(ordered.map(([, part]) => part.body)).text()
  }

  hash = async (blob: Blob) => {
    this.failOn('hash')
    return digest(blob)
  }

  private failOn(step: Step) {
    const fault = this.faults[step]?.shift()
    if (fault) throw fault
  }
}

/** Waiting takes no time here. */
export function toolsFor(bucket: Bucket): Tools {
  const { hash, put } = bucket
  return { digest: hash, put, sleep: async () => undefined, random: () => 0.5, now: () => 0 }
}

async function digest(blob: Blob): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())))
}
