import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import { paged } from '@shared/api/paged'
import type { QueueName } from '@shared/api/staff-types'

export const QUEUES = ['unassigned', 'mine', 'waiting', 'all_open'] as const

const REFRESH_MS = 20_000

export function isQueue(name: unknown): name is QueueName {
  return QUEUES.some((queue) => queue === name)
}

/** Live while the page is in sight; a hidden tab asks nothing. */
export const countsQuery = queryOptions({
  queryKey: ['queue-counts'],
  queryFn: () => answer(api.GET('/api/staff/queues')),
  refetchInterval: REFRESH_MS,
  refetchOnWindowFocus: 'always',
})

/** What is shown is asked for again as a whole, so long lists are refreshed more rarely. */
export const queueQuery = (queue: QueueName) =>
  infiniteQueryOptions({
    queryKey: ['queue', queue],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/staff/tickets', { params: { query: { queue, cursor: pageParam } } })),
    ...paged,
    refetchInterval: ({ state }) => REFRESH_MS * Math.max(1, state.data?.pages.length ?? 1),
    refetchOnWindowFocus: 'always',
  })

export function findByNumber(number: string) {
  return answer(api.GET('/api/staff/tickets/by-number/{number}', { params: { path: { number } } }))
}

/** An incident number as people type or paste it, as it is kept. */
export function cleanNumber(typed: string): string {
  return typed
    .replace(/[\s#]/g, '')
    .replace(/[‐-―−]/g, '-')
    .toUpperCase()
}
