import { toBase64 } from './checksum'

export interface HashJob {
  id: number
  blob: Blob
}

export type HashDone = { id: number; digest: string } | { id: number; unreadable: true }

self.onmessage = async ({ data: { id, blob } }: MessageEvent<HashJob>) => {
  try {
    const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
    self.postMessage({ id, digest: toBase64(new Uint8Array(digest)) } satisfies HashDone)
  } catch {
    self.postMessage({ id, unreadable: true } satisfies HashDone)
  }
}
