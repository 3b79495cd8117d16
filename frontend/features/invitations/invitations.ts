import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import { paged } from '@shared/api/paged'
import type { Right } from '@shared/api/types'

export const invitationsKey = ['invitations'] as const

/** Those that are neither accepted nor withdrawn, the last sent first. */
export const openInvitationsQuery = infiniteQueryOptions({
  queryKey: [...invitationsKey, 'open'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/api/company/invitations', { params: { query: { cursor: pageParam } } })),
  ...paged,
})

export interface InviteList {
  lines: string[]
  rights: Right[]
  scope: string | null
  branch: string | null
  language: string
}

export const invite = (body: InviteList, intent: string) =>
  answer(api.POST('/api/company/invitations', { body, headers: intentHeader(intent) }))

const place = (id: string) => ({ params: { path: { invitation_id: id } } })

export const resendInvitation = (id: string) =>
  answer(api.POST('/api/company/invitations/{invitation_id}/resend', place(id)))

export const withdrawInvitation = (id: string) =>
  answer(api.POST('/api/company/invitations/{invitation_id}/withdrawal', place(id)))
