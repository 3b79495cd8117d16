import { useCallback, useEffect, useState } from 'react'
import { ApiError } from '@shared/api/problem'

const TICK_MS = 1000

/**
 * How long another try must wait, in whole seconds, counting down to 0. Hand it each error as it
 * comes: one that names no time does not change it.
 */
export function useWait() {
  const [until, setUntil] = useState(0)
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (now >= until) return
    const timer = setTimeout(() => setNow(Date.now()), TICK_MS)
    return () => clearTimeout(timer)
  }, [now, until])
  const note = useCallback((error: unknown) => {
    if (!(error instanceof ApiError) || error.retryAfter === null) return
    setNow(Date.now())
    setUntil(Date.now() + error.retryAfter * 1000)
  }, [])
  return { seconds: Math.max(0, Math.ceil((until - now) / 1000)), note }
}
