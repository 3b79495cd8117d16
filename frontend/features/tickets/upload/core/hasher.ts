import type { HashDone, HashJob } from './hash-worker'

/** The file was moved, changed or taken away while it was being sent. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable'
}

interface Waiting {
  resolve: (digest: string) => void
  reject: (error: Error) => void
}

/**
 * Hashes in a worker, one part at a time: the page stays smooth, and only one part of the file is
 * in memory, however many lanes send.
 */
export function createHasher() {
  const worker = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let last = 0
  let queue: Promise<unknown> = Promise.resolve()
  worker.onmessage = ({ data }: MessageEvent<HashDone>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('digest' in data) asked?.resolve(data.digest)
    else asked?.reject(new FileUnreadable())
  }
  const hash = (blob: Blob) =>
    new Promise<string>((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, blob } satisfies HashJob)
    })
  return {
    digest(blob: Blob): Promise<string> {
      const turn = queue.then(() => hash(blob))
      queue = turn.catch(() => undefined)
      return turn
    },
    close: () => worker.terminate(),
  }
}
