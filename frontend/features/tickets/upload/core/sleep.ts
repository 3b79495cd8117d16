/** Waits, unless the signal ends it (rejects) or the network comes back (resolves at once). */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const wake = () => {
      clear()
      resolve()
    }
    const end = () => {
      clear()
      reject(signal.reason)
    }
    const timer = setTimeout(wake, ms)
    const clear = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      globalThis.removeEventListener?.('online', wake)
    }
    signal.addEventListener('abort', end)
    globalThis.addEventListener?.('online', wake)
  })
}
