import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { parkedQuery, stoppedQuery } from '@features/console/mail/mail'
import { addTexts } from '@shared/i18n/start'
import { rootRoute, staffRoute } from './root'

export const mailRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/mail',
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchInfiniteQuery(stoppedQuery)
    void queryClient.prefetchInfiniteQuery(parkedQuery)
    return addTexts('mail')
  },
  component: lazyRouteComponent(() => import('../pages/MailPage'), 'MailPage'),
})

export const confirmAddressRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confirm-address',
  loader: () => addTexts('reach'),
  component: lazyRouteComponent(() => import('../pages/ConfirmAddressPage'), 'ConfirmAddressPage'),
})
