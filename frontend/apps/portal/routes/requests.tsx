import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from './root'

export const requestsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/requests',
  component: lazyRouteComponent(() => import('../pages/RequestsPage'), 'RequestsPage'),
})
