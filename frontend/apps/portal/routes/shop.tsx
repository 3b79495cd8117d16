import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { partnerSearchFrom, partnersQuery } from '@features/shop/partners/partners'
import { rootRoute } from './root'

export const keyFilesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/key-files',
  component: lazyRouteComponent(() => import('../pages/KeyFilesPage'), 'KeyFilesPage'),
})

export const trialRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trial',
  component: lazyRouteComponent(() => import('../pages/TrialPage'), 'TrialPage'),
})

export const partnersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partners',
  validateSearch: partnerSearchFrom,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(partnersQuery(deps))
  },
  component: lazyRouteComponent(() => import('../pages/PartnersPage'), 'PartnersPage'),
})
