import { toBase64 } from './checksum'

export interface HashJob {
  id: number
  blob: Blob
}

export type HashDone = { id: number; digest: string } | { id: number; unreadable: true }

let memory = new ArrayBuffer(0)

self.onmessage = async ({ data: { id, blob } }: MessageEvent<HashJob>) => {
  try {
    const digest = await crypto.subtle.digest('SHA-256', await contentOf(blob))
    self.postMessage({ id, digest: toBase64(new Uint8Array(digest)) } satisfies HashDone)
  } catch {
    self.postMessage({ id, unreadable: true } satisfies HashDone)
  }
}

/**
 * Read into the same memory each time, for jobs come one after the other: a new buffer for each
 * part, as arrayBuffer() makes it, grows the page by hundreds of megabytes before any is given back.
 */
async function contentOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const reader = readerOf(blob)
  if (!reader) return new Uint8Array(await blob.arrayBuffer())
  if (memory.byteLength < blob.size) memory = new ArrayBuffer(blob.size)
  let filled = 0
  while (filled < blob.size) {
    const { value, done } = await reader.read(new Uint8Array(memory, filled, blob.size - filled))
    if (done || !value) throw new RangeError('the file became shorter')
    // Each reading takes the buffer away and hands it back as another object.
    memory = value.buffer
    filled += value.length
  }
  return new Uint8Array(memory, 0, filled)
}

/** Null where the browser can't read a file into given memory. */
function readerOf(blob: Blob): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: 'byob' })
  } catch {
    return null
  }
}
