import { queryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import type { Ticket } from '@shared/api/types'
import { ticketsKey } from '../list/list-tickets'

const SCAN_POLL_MS = 5000

export const ticketQuery = (ticketId: string, language: string) =>
  queryOptions({
    queryKey: [...ticketsKey, 'one', ticketId, language],
    queryFn: () =>
      answer(api.GET('/api/tickets/{ticket_id}', { params: { path: { ticket_id: ticketId } } })),
    // As long as a file waits for its scan, the person waits for its download.
    refetchInterval: ({ state }) => (state.data && awaitsScan(state.data) ? SCAN_POLL_MS : false),
  })

export function awaitsScan(ticket: Ticket): boolean {
  return ticket.messages.some(({ files }) => files.some(({ scan }) => scan === 'pending'))
}

export interface ReplyBody {
  text: string
  files: string[]
}

export const reply = (ticketId: string, body: ReplyBody, intent: string) =>
  answer(
    api.POST('/api/tickets/{ticket_id}/messages', {
      params: { path: { ticket_id: ticketId } },
      body,
      headers: intentHeader(intent),
    }),
  )

export const closeTicket = (ticketId: string, intent: string) =>
  answer(
    api.POST('/api/tickets/{ticket_id}/close', {
      params: { path: { ticket_id: ticketId } },
      headers: intentHeader(intent),
    }),
  )

export async function addressOfFile(ticketId: string, fileId: string): Promise<string> {
  const download = await answer(
    api.GET('/api/tickets/{ticket_id}/files/{file_id}/download', {
      params: { path: { ticket_id: ticketId, file_id: fileId } },
    }),
  )
  return download.url
}
