import { useLocation, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'

/**
 * Tells whether the person is still on this page and not on their way to another: what they typed a
 * moment ago, and what is only looked for after a pause, must not call them back.
 */
export function useStillHere(): () => boolean {
  const router = useRouter()
  const pathname = useLocation({ select: (location) => location.pathname })
  return useCallback(() => router.latestLocation.pathname === pathname, [router, pathname])
}
