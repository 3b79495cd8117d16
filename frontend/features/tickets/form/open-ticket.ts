import { queryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import type { NewTicket } from '@shared/api/types'

/** Its names are in the person's language, so each language has its own copy. */
export const ticketFormQuery = (language: string) =>
  queryOptions({
    queryKey: ['ticket-form', language],
    queryFn: () => answer(api.GET('/api/ticket-form')),
    staleTime: 5 * 60_000,
  })

export const openTicket = (body: NewTicket, intent: string) =>
  answer(api.POST('/api/tickets', { body, headers: intentHeader(intent) }))
