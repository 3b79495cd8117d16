import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyListQuery, companyQuery } from '@features/console/companies/companies'
import { addTexts } from '@shared/i18n/start'
import { staffRoute } from './root'

export const companiesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/companies',
  validateSearch: (search: Record<string, unknown>): { q?: string } => ({
    q: typeof search.q === 'string' && search.q ? search.q : undefined,
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(companyListQuery(deps.q ?? ''))
    return addTexts('customers')
  },
  component: lazyRouteComponent(() => import('../pages/CompaniesPage'), 'CompaniesPage'),
})

export const companyRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/companies/$id',
  loader: ({ context, params }) =>
    Promise.all([
      addTexts('customers', 'tickets'),
      context.queryClient.ensureQueryData(companyQuery(params.id)),
    ]),
  component: lazyRouteComponent(() => import('../pages/CompanyPage'), 'CompanyPage'),
})
