import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { noticesQuery } from '@features/accounts/self/notices/notices'
import { ownDataQuery } from '@features/accounts/self/profile/own-data'
import { factorsQuery, sessionsQuery } from '@features/accounts/self/security/queries'
import { customersSelf } from '@features/accounts/self/self-api'
import { addTexts } from '@shared/i18n/start'
import { signedInRoute } from './root'

export const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  beforeLoad: ({ location }) => {
    if (location.pathname === '/account') throw redirect({ to: '/account/profile', replace: true })
  },
  loader: () => addTexts('self'),
})

export const profileRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/profile',
  loader: ({ context }) => context.queryClient.ensureQueryData(ownDataQuery),
  component: lazyRouteComponent(() => import('../pages/ProfilePage'), 'ProfilePage'),
})

export const securityRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/security',
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(factorsQuery(customersSelf)),
      queryClient.ensureQueryData(sessionsQuery(customersSelf)),
    ]),
  component: lazyRouteComponent(() => import('../pages/SecurityPage'), 'SecurityPage'),
})

export const noticesRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/notices',
  loader: ({ context }) => context.queryClient.ensureQueryData(noticesQuery(customersSelf)),
  component: lazyRouteComponent(() => import('../pages/NoticesPage'), 'NoticesPage'),
})
