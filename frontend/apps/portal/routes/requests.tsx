import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ticketFormQuery } from '@features/tickets/form/open-ticket'
import { ticketFiltersFrom } from '@features/tickets/list/filters'
import { ticketListQuery } from '@features/tickets/list/list-tickets'
import { ticketQuery } from '@features/tickets/request/ticket'
import { currentLanguage } from '@shared/i18n/language'
import { signedInRoute } from './root'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The number of the request that was sent just now. */
    opened?: string
  }
}

export const requestsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/requests',
  validateSearch: ticketFiltersFrom,
  loaderDeps: ({ search }) => search,
  // Begun here, so that list and page code load at the same time; the page shows what comes.
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchInfiniteQuery(ticketListQuery(deps))
  },
  component: lazyRouteComponent(() => import('../pages/RequestsPage'), 'RequestsPage'),
})

export const newRequestRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/requests/new',
  validateSearch: (search: Record<string, unknown>): { related?: string } => ({
    related: typeof search.related === 'string' ? search.related : undefined,
  }),
  loader: ({ context }) => context.queryClient.ensureQueryData(ticketFormQuery(currentLanguage())),
  component: lazyRouteComponent(() => import('../pages/NewRequestPage'), 'NewRequestPage'),
})

export const requestRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/requests/$requestId',
  loader: ({ context, params }) =>
    context.queryClient.ensureQueryData(ticketQuery(params.requestId, currentLanguage())),
  component: lazyRouteComponent(() => import('../pages/RequestPage'), 'RequestPage'),
})
