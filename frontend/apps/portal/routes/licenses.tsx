import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { licenseQuery } from '@features/licenses/details/license'
import { licenseFiltersFrom } from '@features/licenses/list/filters'
import { licenseListQuery } from '@features/licenses/list/list-licenses'
import { addTexts } from '@shared/i18n/start'
import { signedInRoute } from './root'

export const licensesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/licenses',
  validateSearch: licenseFiltersFrom,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(licenseListQuery(deps))
  },
  component: lazyRouteComponent(() => import('../pages/LicensesPage'), 'LicensesPage'),
})

export const licenseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/licenses/$licenseId',
  loader: ({ context, params }) =>
    Promise.all([
      addTexts('devices'),
      context.queryClient.ensureQueryData(licenseQuery(params.licenseId)),
    ]),
  component: lazyRouteComponent(() => import('../pages/LicensePage'), 'LicensePage'),
})
