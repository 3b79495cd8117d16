import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { addTexts } from '@shared/i18n/start'
import { rootRoute, signedInRoute } from './root'

const texts = () => addTexts('recovery')

export const recoveryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/recovery',
  loader: async ({ context }) => {
    const { ownRecoveryQuery } = await import('@features/recoveries/recoveries')
    await Promise.all([texts(), context.queryClient.ensureQueryData(ownRecoveryQuery)])
  },
  component: lazyRouteComponent(() => import('../pages/RecoveryPage'), 'RecoveryPage'),
})

export const noCompanyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/no-company',
  loader: async ({ context }) => {
    const { ownRecoveryQuery } = await import('@features/recoveries/recoveries')
    await Promise.all([addTexts('place'), context.queryClient.ensureQueryData(ownRecoveryQuery)])
  },
  component: lazyRouteComponent(() => import('../pages/NoCompanyPage'), 'NoCompanyPage'),
})

export const recoverRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/recover',
  loader: texts,
  component: lazyRouteComponent(() => import('../pages/RecoverPage'), 'RecoverPage'),
})

export const objectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/object',
  loader: texts,
  component: lazyRouteComponent(() => import('../pages/ObjectPage'), 'ObjectPage'),
})
