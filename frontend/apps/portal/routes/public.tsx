import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { safeReturnPath } from '@features/accounts/session/return-path'
import { addTexts } from '@shared/i18n/start'
import { rootRoute } from './root'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Where a mailed link brought the person from: greets them on the sign-in page. */
    email?: string
    note?: 'activated' | 'passwordSet'
  }
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { return?: string } => ({
    return: safeReturnPath(search.return),
  }),
  component: lazyRouteComponent(() => import('../pages/SignInPage'), 'SignInPage'),
})

export const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register',
  component: lazyRouteComponent(() => import('../pages/RegisterPage'), 'RegisterPage'),
})

export const activateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/activate',
  component: lazyRouteComponent(() => import('../pages/PasswordPages'), 'ActivatePage'),
})

export const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('../pages/ForgotPasswordPage'), 'ForgotPasswordPage'),
})

export const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('../pages/PasswordPages'), 'ResetPasswordPage'),
})

export const lostFactorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lost-second-factor',
  loader: () => addTexts('self'),
  component: lazyRouteComponent(() => import('../pages/LostFactorPages'), 'LostFactorPage'),
})

export const keepFactorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/keep-second-factor',
  loader: () => addTexts('self'),
  component: lazyRouteComponent(() => import('../pages/LostFactorPages'), 'KeepFactorPage'),
})

export const confirmAddressRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confirm-address',
  loader: () => addTexts('reach'),
  component: lazyRouteComponent(() => import('../pages/ConfirmAddressPage'), 'ConfirmAddressPage'),
})

export const surveyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/survey',
  loader: () => addTexts('tickets'),
  component: lazyRouteComponent(() => import('../pages/SurveyPage'), 'SurveyPage'),
})
