import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from './root'

export const queueRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/queue/$queue',
  component: lazyRouteComponent(() => import('../pages/QueuePage'), 'QueuePage'),
})
