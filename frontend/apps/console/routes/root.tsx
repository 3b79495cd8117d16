import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { adopt } from '@features/accounts/session/adopt'
import { staffMeQuery } from '@features/accounts/session/session'
import { useTranslation } from 'react-i18next'
import { isSignedOut } from '@shared/api/problem'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { NotFound } from '@shared/ui/PageProblem'
import { FramelessProblem } from '@shared/ui/RouteProblem'

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: Lost,
})

/** Everything below needs a staff session; without one the sign-in page remembers the way back. */
export const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  component: lazyRouteComponent(() => import('../ConsoleFrame'), 'ConsoleFrame'),
  errorComponent: FramelessProblem,
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(staffMeQuery).catch((error: unknown) => {
      if (!isSignedOut(error)) throw error
      const back = location.href === '/' ? undefined : location.href
      throw redirect({ to: '/sign-in', search: { return: back }, replace: true })
    })
    await adopt(me.account)
    if (me.enrolling) throw redirect({ to: '/enrol', replace: true })
    return { me }
  },
})

/** An address that no page has; whether the person is signed in is not known here. */
function Lost() {
  const { t } = useTranslation('console')
  return (
    <PublicFrame app={t('app')}>
      <NotFound />
    </PublicFrame>
  )
}

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/queue/$queue', params: { queue: 'unassigned' }, replace: true })
  },
})
