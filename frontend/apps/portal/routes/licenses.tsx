import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './root'

export const licensesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/licenses',
  component: lazyRouteComponent(() => import('../pages/LicensesPage'), 'LicensesPage'),
})
