import { useRouter } from '@tanstack/react-router'
import { useCallback, useState } from 'react'

/**
 * Tells whether the person is still on this page and not on their way to another: what they typed a
 * moment ago, and what is only looked for after a pause, must not call them back.
 */
export function useStillHere(): () => boolean {
  const router = useRouter()
  // As it was when the page appeared: while the next one loads, this one is shown at its address.
  const [here] = useState(() => router.latestLocation.pathname)
  return useCallback(() => router.latestLocation.pathname === here, [router, here])
}
