import type { QueryClient } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { signedInRoute } from './root'

export const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  beforeLoad: ({ location }) => {
    if (location.pathname === '/account') throw redirect({ to: '/account/profile', replace: true })
  },
})

const load = async (part: 'profile' | 'security' | 'notices', queries: QueryClient) => {
  const [{ loadOwn }, { customersSelf }] = await Promise.all([
    import('@features/accounts/self/loading'),
    import('@features/accounts/self/customers-self'),
  ])
  await loadOwn[part](queries, customersSelf)
}

export const profileRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/profile',
  loader: ({ context }) => load('profile', context.queryClient),
  component: lazyRouteComponent(() => import('../pages/ProfilePage'), 'ProfilePage'),
})

export const securityRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/security',
  loader: ({ context }) => load('security', context.queryClient),
  component: lazyRouteComponent(() => import('../pages/SecurityPage'), 'SecurityPage'),
})

export const noticesRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/notices',
  loader: ({ context }) => load('notices', context.queryClient),
  component: lazyRouteComponent(() => import('../pages/NoticesPage'), 'NoticesPage'),
})
