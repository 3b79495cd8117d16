import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { Loading } from '@shared/ui/Loading'
import { NotFound } from '@shared/ui/PageProblem'
import { RouteProblem } from '@shared/ui/RouteProblem'
import { routeTree } from './routes/tree'

export function createConsoleRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    basepath: '/console',
    context: { queryClient },
    defaultPreload: 'intent',
    // Freshness is the query cache's business.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultErrorComponent: RouteProblem,
    defaultNotFoundComponent: () => <NotFound />,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>
  }
  interface HistoryState {
    /** The session ended by itself: the sign-in page says so. */
    ended?: boolean
    /** What the page before did, for the page after to say. */
    said?: { outcome: 'ended' | 'cancelled' | 'redirected'; number: string }
  }
}
