import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { adopt } from '@features/accounts/session/adopt'
import { meQuery } from '@features/accounts/session/session'
import { isSignedOut } from '@shared/api/problem'
import { addTexts } from '@shared/i18n/start'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { NotFound } from '@shared/ui/PageProblem'
import { FramelessProblem } from '@shared/ui/RouteProblem'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: Lost,
})

/** What belongs to a company: who is in none is told how to come into one (ACC-12). */
const OF_A_COMPANY = /^\/(requests|licenses|users|company)(\/|$)/

/** Everything below needs a session; without one the sign-in page remembers the way back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: lazyRouteComponent(() => import('../PortalFrame'), 'PortalFrame'),
  errorComponent: FramelessProblem,
  beforeLoad: async ({ context, location }) => {
    try {
      const texts = addTexts('tickets')
      const me = await context.queryClient.ensureQueryData(meQuery)
      await texts
      await adopt(me.account)
      if (!me.company && OF_A_COMPANY.test(location.pathname))
        throw redirect({ to: '/no-company', replace: true })
      return { me }
    } catch (error) {
      if (!isSignedOut(error)) throw error
      const back = location.href === '/' ? undefined : location.href
      throw redirect({ to: '/sign-in', search: { return: back }, replace: true })
    }
  },
})

/** An address that no page has; whether the person is signed in is not known here. */
function Lost() {
  return (
    <PublicFrame>
      <NotFound />
    </PublicFrame>
  )
}

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/requests', replace: true })
  },
})
