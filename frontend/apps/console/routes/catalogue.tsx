import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { catalogQuery } from '@features/catalog/catalog'
import { type CataloguePart, partFrom } from '@features/catalog/parts'
import { addTexts } from '@shared/i18n/start'
import { staffRoute } from './root'

export const catalogueRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/catalogue',
  validateSearch: (search: Record<string, unknown>): { part?: CataloguePart } => ({
    part: partFrom(search.part),
  }),
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(catalogQuery)
    return addTexts('catalogue', 'shop')
  },
  component: lazyRouteComponent(() => import('../pages/CataloguePage'), 'CataloguePage'),
})

export const systemsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/systems',
  loader: () => addTexts('systems'),
  component: lazyRouteComponent(() => import('../pages/SystemsPage'), 'SystemsPage'),
})
