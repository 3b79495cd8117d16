import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { isQueue, queueQuery } from '@features/console/queue/queues'
import { addTexts } from '@shared/i18n/start'
import { staffRoute } from './root'

export const queueRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/queue/$queue',
  params: {
    parse: ({ queue }) => {
      if (!isQueue(queue)) throw notFound()
      return { queue }
    },
    stringify: ({ queue }) => ({ queue }),
  },
  loader: ({ context, params }) => {
    // Begins the read with the page's own code; the page shows its wait and its failure.
    void context.queryClient.prefetchInfiniteQuery(queueQuery(params.queue))
    return addTexts('tickets')
  },
  component: lazyRouteComponent(() => import('../pages/QueuePage'), 'QueuePage'),
})
