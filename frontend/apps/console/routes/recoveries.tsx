import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { recoveriesQuery, recoveryQuery } from '@features/console/recoveries/recoveries'
import { addTexts } from '@shared/i18n/start'
import { staffRoute } from './root'

const listRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/ownership',
  loader: async ({ context }) => {
    void context.queryClient.prefetchInfiniteQuery(recoveriesQuery)
    await addTexts('recovery')
  },
  component: lazyRouteComponent(() => import('../pages/RecoveriesPage'), 'RecoveriesPage'),
})

const oneRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/ownership/$id',
  loader: async ({ context, params }) => {
    await Promise.all([
      addTexts('recovery', 'licenses', 'tickets'),
      context.queryClient.fetchQuery(recoveryQuery(params.id)),
    ])
  },
  component: lazyRouteComponent(() => import('../pages/RecoveryPage'), 'RecoveryPage'),
})

export const recoveryRoutes = [listRoute, oneRoute] as const
