import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import { paged } from '@shared/api/paged'
import { type TicketFilters, ticketQueryFrom } from './filters'

export const ticketsKey = ['tickets'] as const

export const ticketListQuery = (filters: TicketFilters) =>
  infiniteQueryOptions({
    queryKey: [...ticketsKey, 'list', filters],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/tickets', {
          params: { query: { ...ticketQueryFrom(filters), cursor: pageParam } },
        }),
      ),
    ...paged,
  })

export const findTicket = (number: string) =>
  answer(api.GET('/api/tickets/by-number/{number}', { params: { path: { number } } }))

/** As people copy numbers from mails: with spaces around, in small letters, with a leading #. */
export function cleanNumber(typed: string): string {
  return typed.replace(/[\s#]/g, '').toUpperCase()
}
