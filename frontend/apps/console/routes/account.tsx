import type { QueryClient } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { staffMeQuery } from '@features/accounts/session/session'
import { colleaguesQuery } from '@features/console/staff/colleagues'
import { addTexts } from '@shared/i18n/start'
import { rootRoute, staffRoute } from './root'

const load = async (part: 'security' | 'notices', queries: QueryClient) => {
  const [{ loadOwn }, { staffSelf }] = await Promise.all([
    import('@features/accounts/self/loading'),
    import('@features/accounts/self/staff-self'),
  ])
  await loadOwn[part](queries, staffSelf)
}

export const profileRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/account/profile',
  loader: () => addTexts('self'),
  component: lazyRouteComponent(() => import('../pages/AccountPages'), 'ProfilePage'),
})

export const securityRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/account/security',
  loader: ({ context }) => load('security', context.queryClient),
  component: lazyRouteComponent(() => import('../pages/AccountPages'), 'SecurityPage'),
})

export const noticesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/account/notices',
  loader: ({ context }) => load('notices', context.queryClient),
  component: lazyRouteComponent(() => import('../pages/AccountPages'), 'NoticesPage'),
})

/** Staff without a second factor get no further than here. */
export const enrolRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/enrol',
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(staffMeQuery).catch(() => null)
    if (!me) throw redirect({ to: '/sign-in', search: {}, replace: true })
    // Who goes back after setting one up has nothing left to do here.
    if (!me.enrolling) throw redirect({ to: '/', replace: true })
  },
  loader: () => addTexts('self'),
  component: lazyRouteComponent(() => import('../pages/EnrolPage'), 'EnrolPage'),
})

export const colleaguesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/staff',
  loader: ({ context: { queryClient } }) =>
    Promise.all([addTexts('staff'), queryClient.ensureQueryData(colleaguesQuery)]),
  component: lazyRouteComponent(() => import('../pages/StaffPage'), 'StaffPage'),
})

export const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('../pages/PasswordPages'), 'JoinPage'),
})

export const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('../pages/PasswordPages'), 'ResetPasswordPage'),
})
