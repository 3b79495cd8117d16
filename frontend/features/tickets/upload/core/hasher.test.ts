import { afterEach, expect, it, vi } from 'vitest'
import { NetworkError } from '@shared/api/problem'
import type { HashJob } from './hash-worker'
import { createHasher, FileUnreadable, HASHED_WITHIN_MS } from './hasher'

/** What a browser's worker does from outside; each acts as the next entry of `fates` says. */
function stubWorkers(fates: ('hashes' | 'is lost' | 'hangs' | "can't read")[]) {
  class WorkerStub {
    onmessage?: (event: { data: unknown }) => void
    onerror?: () => void
    terminate = vi.fn()
    private readonly fate = fates.shift()

    postMessage({ id }: HashJob) {
      queueMicrotask(() => {
        if (this.fate === 'hangs') return
        if (this.fate === 'is lost') this.onerror?.()
        else if (this.fate === 'hashes') this.onmessage?.({ data: { id, digest: `digest ${id}` } })
        else this.onmessage?.({ data: { id, unreadable: true } })
      })
    }
  }
  vi.stubGlobal('Worker', WorkerStub)
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('hashes one after the other in one worker', async () => {
  stubWorkers(['hashes'])
  const hasher = createHasher()
  const digests = await Promise.all([hasher.digest(new Blob()), hasher.digest(new Blob())])
  expect(digests).toEqual(['digest 1', 'digest 2'])
})

it('takes a worker that did not load for a network that failed, and makes another', async () => {
  stubWorkers(['is lost', 'hashes'])
  const hasher = createHasher()
  await expect(hasher.digest(new Blob())).rejects.toBeInstanceOf(NetworkError)
  expect(await hasher.digest(new Blob())).toBe('digest 2')
})

it('waits for a worker that hangs no longer than a slow drive would take', async () => {
  vi.useFakeTimers()
  stubWorkers(['hangs', 'hashes'])
  const hasher = createHasher()
  const first = hasher.digest(new Blob()).catch((error: unknown) => error)
  const second = hasher.digest(new Blob())
  await vi.advanceTimersByTimeAsync(HASHED_WITHIN_MS)
  expect(await first).toBeInstanceOf(NetworkError)
  expect(await second).toBe('digest 2')
})

it('says so when the file can be read no more', async () => {
  stubWorkers(["can't read"])
  await expect(createHasher().digest(new Blob())).rejects.toBeInstanceOf(FileUnreadable)
})
