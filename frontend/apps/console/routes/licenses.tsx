import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import {
  checksQuery,
  deskHistoryQuery,
  deskLicenseQuery,
  evidenceQuery,
} from '@features/console/licenses/desk'
import { staffRoute } from './root'

const licensesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/licenses',
  component: lazyRouteComponent(() => import('../pages/LicensesPage'), 'LicensesPage'),
})

const licenseRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/licenses/$id',
  loader: ({ context, params }) => {
    void context.queryClient.prefetchInfiniteQuery(deskHistoryQuery(params.id))
    return context.queryClient.ensureQueryData(deskLicenseQuery(params.id))
  },
  component: lazyRouteComponent(() => import('../pages/LicensePage'), 'LicensePage'),
})

const checksRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/license-checks',
  loader: ({ context }) => {
    void context.queryClient.prefetchInfiniteQuery(checksQuery)
  },
  component: lazyRouteComponent(() => import('../pages/LicenseChecksPage'), 'LicenseChecksPage'),
})

const checkRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/license-checks/$id',
  loader: ({ context, params }) => context.queryClient.fetchQuery(evidenceQuery(params.id)),
  component: lazyRouteComponent(() => import('../pages/LicenseCheckPage'), 'LicenseCheckPage'),
})

export const licenseRoutes = [licensesRoute, licenseRoute, checksRoute, checkRoute] as const
