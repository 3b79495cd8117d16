import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { safeReturnPath } from '@features/accounts/session/return-path'
import { rootRoute } from './root'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { return?: string } => ({
    return: safeReturnPath(search.return),
  }),
  component: lazyRouteComponent(() => import('../pages/SignInPage'), 'SignInPage'),
})
