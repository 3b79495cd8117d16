import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import { paged } from '@shared/api/paged'

export const stoppedQuery = infiniteQueryOptions({
  queryKey: ['mail', 'stopped'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/api/staff/addresses/stopped', { params: { query: { cursor: pageParam } } })),
  ...paged,
})

export const parkedQuery = infiniteQueryOptions({
  queryKey: ['mail', 'parked'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/api/staff/letters/parked', { params: { query: { cursor: pageParam } } })),
  ...paged,
})

export const reopen = (id: string) =>
  api.POST('/api/staff/addresses/{address_id}/reopening', {
    params: { path: { address_id: id } },
  })

export type LetterAct = 'retry' | 'drop'

export function actOnLetter(id: string, what: LetterAct): Promise<unknown> {
  const params = { path: { letter_id: id } }
  return what === 'retry'
    ? api.POST('/api/staff/letters/{letter_id}/retry', { params })
    : api.DELETE('/api/staff/letters/{letter_id}', { params })
}
