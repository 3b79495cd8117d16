import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyQuery } from '@features/console/companies/companies'
import {
  checksQuery,
  companyLicensesQuery,
  deskHistoryQuery,
  deskLicenseQuery,
  evidenceQuery,
  overusedQuery,
} from '@features/console/licenses/desk'
import { staffDevicesQuery } from '@features/licenses/devices/devices'
import { addTexts } from '@shared/i18n/start'
import { staffRoute } from './root'

const licensesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/licenses',
  loader: ({ context }) => {
    void context.queryClient.prefetchInfiniteQuery(overusedQuery)
    return addTexts('desk', 'licenses')
  },
  component: lazyRouteComponent(() => import('../pages/LicensesPage'), 'LicensesPage'),
})

const companyLicensesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/companies/$id/licenses',
  loader: ({ context, params }) => {
    void context.queryClient.prefetchInfiniteQuery(companyLicensesQuery(params.id))
    return Promise.all([
      addTexts('desk', 'licenses'),
      context.queryClient.ensureQueryData(companyQuery(params.id)),
    ])
  },
  component: lazyRouteComponent(
    () => import('../pages/CompanyLicensesPage'),
    'CompanyLicensesPage',
  ),
})

const licenseRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/licenses/$id',
  loader: ({ context, params }) => {
    void context.queryClient.prefetchInfiniteQuery(deskHistoryQuery(params.id))
    void context.queryClient.prefetchInfiniteQuery(staffDevicesQuery(params.id))
    return Promise.all([
      addTexts('desk', 'devices', 'licenses', 'life'),
      context.queryClient.ensureQueryData(deskLicenseQuery(params.id)),
    ])
  },
  component: lazyRouteComponent(() => import('../pages/LicensePage'), 'LicensePage'),
})

const checksRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/license-checks',
  loader: ({ context }) => {
    void context.queryClient.prefetchInfiniteQuery(checksQuery)
    return addTexts('desk')
  },
  component: lazyRouteComponent(() => import('../pages/LicenseChecksPage'), 'LicenseChecksPage'),
})

const checkRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/license-checks/$id',
  loader: ({ context, params }) =>
    Promise.all([
      addTexts('desk', 'licenses'),
      context.queryClient.fetchQuery(evidenceQuery(params.id)),
    ]),
  component: lazyRouteComponent(() => import('../pages/LicenseCheckPage'), 'LicenseCheckPage'),
})

export const licenseRoutes = [
  licensesRoute,
  companyLicensesRoute,
  licenseRoute,
  checksRoute,
  checkRoute,
] as const
