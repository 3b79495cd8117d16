import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { mayThey } from '@features/accounts/session/rights'
import { licenseQuery } from '@features/licenses/details/license'
import { licenseFiltersFrom } from '@features/licenses/list/filters'
import { licenseListQuery } from '@features/licenses/list/list-licenses'
import { historyQuery } from '@features/licenses/life/life'
import { usageQuery } from '@features/licenses/usage/usage'
import { addTexts } from '@shared/i18n/start'
import { signedInRoute } from './root'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The product of the license that was removed just now. */
    removed?: string
  }
}

export const licensesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/licenses',
  validateSearch: licenseFiltersFrom,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(licenseListQuery(deps))
    await addTexts('life')
  },
  component: lazyRouteComponent(() => import('../pages/LicensesPage'), 'LicensesPage'),
})

/** Which devices hold the seats of all licenses (LIC-17). */
export const usageRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/licenses/usage',
  loader: async ({ context }) => {
    const { me, queryClient } = context
    if (mayThey(me, 'manage_licenses')) void queryClient.prefetchInfiniteQuery(usageQuery)
    await addTexts('devices')
  },
  component: lazyRouteComponent(() => import('../pages/UsagePage'), 'UsagePage'),
})

export const licenseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/licenses/$licenseId',
  loader: async ({ context, params }) => {
    void context.queryClient.prefetchInfiniteQuery(historyQuery(params.licenseId))
    const found = context.queryClient.ensureQueryData(licenseQuery(params.licenseId))
    const [{ id }] = await Promise.all([
      found,
      addTexts('life'),
      addTexts('devices'),
      addTexts('shop'),
    ])
    // It was merged into another license: old links lead to that one.
    if (id !== params.licenseId)
      throw redirect({ to: '/licenses/$licenseId', params: { licenseId: id }, replace: true })
  },
  component: lazyRouteComponent(() => import('../pages/LicensePage'), 'LicensePage'),
})

export const reportCodeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/licenses/$licenseId/report',
  loader: async ({ context, params }) => {
    const license = context.queryClient.ensureQueryData(licenseQuery(params.licenseId))
    await Promise.all([license, addTexts('life')])
  },
  component: lazyRouteComponent(() => import('../pages/ReportCodePage'), 'ReportCodePage'),
})
