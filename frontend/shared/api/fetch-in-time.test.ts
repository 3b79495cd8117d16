import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ANSWER_WITHIN_MS, fetchInTime } from './fetch-in-time'
import { NetworkError } from './problem'

const ADDRESS = 'https://portal.example/api/me'
const silentServer = (_: unknown, init?: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error))
  })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('gives a silent server up as a network that failed, so that the call is tried again', async () => {
  vi.stubGlobal('fetch', silentServer)
  const call = fetchInTime(new Request(ADDRESS)).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS)
  expect(await call).toBeInstanceOf(NetworkError)
})

it('lets a caller leave earlier, with the reason that it gave', async () => {
  vi.stubGlobal('fetch', silentServer)
  const caller = new AbortController()
  const call = fetchInTime(new Request(ADDRESS, { signal: caller.signal })).catch(
    (error: unknown) => error,
  )
  caller.abort('left')
  expect(await call).toBe('left')
})

it('leaves an answer that began in time to be read as long as it takes', async () => {
  let given: AbortSignal | null | undefined
  vi.stubGlobal('fetch', (_: unknown, init?: RequestInit) => {
    given = init?.signal
    return Promise.resolve(new Response('a long export'))
  })
  const answer = await fetchInTime(new Request(ADDRESS))
  await vi.advanceTimersByTimeAsync(10 * ANSWER_WITHIN_MS)
  expect(given?.aborted).toBe(false)
  expect(await answer.text()).toBe('a long export')
})
