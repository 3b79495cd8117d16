import { useCallback, useRef } from 'react'

/**
 * One key per intent: the same form sent again with the same content (a retry, a double click, a
 * duplicated tab that shares the intent) has the same key; changed content is another intent.
 */
export async function keyForIntent(intent: string, payload: unknown): Promise<string> {
  const text = new TextEncoder().encode(`${intent}\n${JSON.stringify(payload)}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  const hex = Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  // Version 8: a UUID whose bits are the application's own (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** Keys for one form on one page; `begin` starts the next intent after a success. */
export function useIntent(kept?: string) {
  const intent = useRef(kept ?? crypto.randomUUID())
  const keyFor = useCallback((payload: unknown) => keyForIntent(intent.current, payload), [])
  const begin = useCallback(() => {
    intent.current = crypto.randomUUID()
  }, [])
  return { keyFor, begin }
}
