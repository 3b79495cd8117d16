import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { awaitsScan } from '@features/tickets/request/ticket'
import { answer, api, intentHeader } from '@shared/api/client'
import { currentLanguage } from '@shared/i18n/language'
import type { Closure, MessageKind, QueuePage, StaffTicketItem } from '@shared/api/staff-types'
import type { Named } from '@shared/api/types'

const REFRESH_MS = 20_000
const SCAN_POLL_MS = 5_000

export const requestQuery = (id: string) =>
  queryOptions({
    // Names of types and subtypes come in the person's language.
    queryKey: ['staff-request', id, currentLanguage()],
    queryFn: () =>
      answer(api.GET('/api/staff/tickets/{ticket_id}', { params: { path: { ticket_id: id } } })),
    staleTime: REFRESH_MS / 2,
    refetchInterval: ({ state }) =>
      state.data && awaitsScan(state.data) ? SCAN_POLL_MS : REFRESH_MS,
    refetchOnWindowFocus: 'always',
  })

export interface NewMessage {
  kind: MessageKind
  text: string
  files: string[]
}

export function sendMessage(id: string, body: NewMessage, key: string) {
  const params = { path: { ticket_id: id }, header: intentHeader(key) }
  return answer(api.POST('/api/staff/tickets/{ticket_id}/messages', { params, body }))
}

export function assignTo(id: string, assignee: Named | null) {
  const params = { path: { ticket_id: id } }
  const body = { assignee: assignee?.id ?? null }
  return answer(api.POST('/api/staff/tickets/{ticket_id}/assignment', { params, body }))
}

export function endRequest(id: string, body: { how: Closure; reason: string | null }, key: string) {
  const params = { path: { ticket_id: id }, header: intentHeader(key) }
  return answer(api.POST('/api/staff/tickets/{ticket_id}/closure', { params, body }))
}

export function signedDownload(id: string, fileId: string) {
  const params = { path: { ticket_id: id, file_id: fileId } }
  return answer(api.GET('/api/staff/tickets/{ticket_id}/files/{file_id}/download', { params }))
}

interface QueuePages {
  pages: QueuePage[]
  pageParams: unknown[]
}

/** Changes a request in the queues that are loaded, so that they need no answer to be right. */
export function changeInQueues(
  queryClient: QueryClient,
  id: string,
  change: (item: StaffTicketItem) => StaffTicketItem | null,
) {
  const inPage = (page: QueuePage) => ({
    ...page,
    items: page.items.flatMap((item) => (item.id === id ? (change(item) ?? []) : item)),
  })
  queryClient.setQueriesData<QueuePages>({ queryKey: ['queue'] }, (queue) =>
    queue ? { ...queue, pages: queue.pages.map(inPage) } : queue,
  )
}

/** Counts and queues are asked for again, where they are on screen. */
export function refreshQueues(queryClient: QueryClient) {
  void queryClient.invalidateQueries({ queryKey: ['queue-counts'] })
  void queryClient.invalidateQueries({ queryKey: ['queue'] })
}
