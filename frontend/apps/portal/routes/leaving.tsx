import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addTexts } from '@shared/i18n/start'
import { accountRoute } from './account'
import { rootRoute, signedInRoute } from './root'

const texts = () => addTexts('journeys')

export const dataRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/data',
  loader: () => Promise.all([texts(), addTexts('self')]),
  component: lazyRouteComponent(() => import('../pages/DataPage'), 'DataPage'),
})

export const companyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/company',
  loader: async ({ context }) => {
    const { companyQuery } = await import('@features/journeys/journeys')
    await Promise.all([
      texts(),
      addTexts('recovery'),
      context.queryClient.ensureQueryData(companyQuery),
    ])
  },
  component: lazyRouteComponent(() => import('../pages/CompanyPage'), 'CompanyPage'),
})

export const deleteAccountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delete-account',
  loader: texts,
  component: lazyRouteComponent(() => import('../pages/DeleteAccountPage'), 'DeleteAccountPage'),
})

export const deleteCompanyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/delete-company',
  loader: texts,
  component: lazyRouteComponent(() => import('../pages/DeleteCompanyPage'), 'DeleteCompanyPage'),
})
