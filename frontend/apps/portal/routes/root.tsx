import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { meQuery } from '@features/accounts/session/session'
import { isSignedOut } from '@shared/api/problem'
import { PortalFrame } from '../PortalFrame'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
})

/** Everything below needs a session; without one the sign-in page remembers the way back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: PortalFrame,
  beforeLoad: async ({ context, location }) => {
    try {
      return { me: await context.queryClient.ensureQueryData(meQuery) }
    } catch (error) {
      if (!isSignedOut(error)) throw error
      const back = location.href === '/' ? undefined : location.href
      throw redirect({ to: '/sign-in', search: { return: back }, replace: true })
    }
  },
})

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/requests', replace: true })
  },
})
