import { NetworkError } from '@shared/api/problem'
import type { HashDone, HashJob } from './hash-worker'

/** The file was moved, changed or taken away while it was being sent. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable'
}

/** A part takes a fraction of a second, on a slow network drive half a minute. */
export const HASHED_WITHIN_MS = 120_000

interface Waiting {
  resolve: (digest: string) => void
  reject: (error: Error) => void
}

/**
 * Hashes in a worker, one part at a time: the page stays smooth, and only one part of the file is
 * in memory, however many lanes send. A worker that did not load, or says nothing any more, is made
 * anew for the next.
 */
export function createHasher() {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let last = 0
  let queue: Promise<unknown> = Promise.resolve()
  const begin = () => {
    const begun = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' })
    begun.onmessage = ({ data }: MessageEvent<HashDone>) => {
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      if ('digest' in data) asked?.resolve(data.digest)
      else asked?.reject(new FileUnreadable())
    }
    begun.onerror = lose
    return begun
  }
  const lose = () => {
    close()
    for (const asked of waiting.values()) asked.reject(new NetworkError('the worker is lost'))
    waiting.clear()
  }
  const close = () => {
    worker?.terminate()
    worker = null
  }
  const hash = (blob: Blob) =>
    new Promise<string>((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      worker ??= begin()
      worker.postMessage({ id, blob } satisfies HashJob)
    })
  const hashInTime = async (blob: Blob) => {
    const patience = setTimeout(lose, HASHED_WITHIN_MS)
    try {
      return await hash(blob)
    } finally {
      clearTimeout(patience)
    }
  }
  return {
    digest(blob: Blob): Promise<string> {
      const turn = queue.then(() => hashInTime(blob))
      queue = turn.catch(() => undefined)
      return turn
    },
    close,
  }
}
