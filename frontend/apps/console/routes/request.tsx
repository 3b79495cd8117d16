import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { isQueue } from '@features/console/queue/queues'
import { requestQuery } from '@features/console/request/requests'
import { addTexts } from '@shared/i18n/start'
import type { QueueName } from '@shared/api/staff-types'
import { staffRoute } from './root'

export const requestRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/requests/$id',
  /** The queue that the person came from, and goes back to. */
  validateSearch: (search: Record<string, unknown>): { from?: QueueName } => ({
    from: isQueue(search.from) ? search.from : undefined,
  }),
  /** Never an old copy: what the page shows first is what it holds on to. */
  loader: ({ context, params }) =>
    Promise.all([
      addTexts('tickets', 'customers'),
      context.queryClient.fetchQuery(requestQuery(params.id)),
    ]),
  component: lazyRouteComponent(() => import('../pages/RequestPage'), 'RequestPage'),
})
