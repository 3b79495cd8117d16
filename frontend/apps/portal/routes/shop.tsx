import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { partnerSearchFrom, partnersQuery } from '@features/shop/partners/partners'
import { addTexts } from '@shared/i18n/start'
import { rootRoute } from './root'

const texts = () => addTexts('shop')

export const keyFilesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/key-files',
  loader: texts,
  component: lazyRouteComponent(() => import('../pages/KeyFilesPage'), 'KeyFilesPage'),
})

export const trialRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/trial',
  loader: texts,
  component: lazyRouteComponent(() => import('../pages/TrialPage'), 'TrialPage'),
})

export const partnersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/partners',
  validateSearch: partnerSearchFrom,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    void context.queryClient.prefetchQuery(partnersQuery(deps))
    await texts()
  },
  component: lazyRouteComponent(() => import('../pages/PartnersPage'), 'PartnersPage'),
})
