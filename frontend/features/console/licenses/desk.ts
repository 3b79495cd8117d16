import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import { paged } from '@shared/api/paged'

export const deskKey = ['desk-licenses'] as const
/** What was looked for last, and found; gone with the session, as everything in memory. */
export const lastSearchKey = [...deskKey, 'search'] as const

type Intent = { headers: ReturnType<typeof intentHeader> }
const by = (intent: string): Intent => ({ headers: intentHeader(intent) })
const at = (id: string) => ({ path: { license_id: id } })

/** A code may be what is looked for: it travels in a body, and is kept in no address. */
export const searchLicenses = (text: string) =>
  answer(api.POST('/api/staff/licenses/search', { body: { text } }))

export const companyLicensesQuery = (companyId: string) =>
  infiniteQueryOptions({
    queryKey: [...deskKey, 'company', companyId],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/staff/licenses', {
          params: { query: { company_id: companyId, cursor: pageParam } },
        }),
      ),
    ...paged,
  })

/** Licenses that more devices wanted than there are seats, the latest first (LIC-10). */
export const overusedQuery = infiniteQueryOptions({
  queryKey: [...deskKey, 'overused'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/api/staff/overused-licenses', { params: { query: { cursor: pageParam } } })),
  ...paged,
})

export const deskLicenseQuery = (id: string) =>
  queryOptions({
    queryKey: [...deskKey, 'one', id],
    queryFn: () => answer(api.GET('/api/staff/licenses/{license_id}', { params: at(id) })),
  })

export const deskHistoryQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...deskKey, 'one', id, 'history'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/staff/licenses/{license_id}/history', {
          params: { ...at(id), query: { cursor: pageParam } },
        }),
      ),
    ...paged,
  })

/** What the desk does with a license; each takes its body and the intent's key. */
export const deskActs = {
  block: (id: string, body: { at: string | null; reason: string }, intent: string) =>
    answer(
      api.POST('/api/staff/licenses/{license_id}/block', { params: at(id), body, ...by(intent) }),
    ),
  unblock: (id: string, body: { reason: string | null }, intent: string) =>
    answer(
      api.POST('/api/staff/licenses/{license_id}/unblock', { params: at(id), body, ...by(intent) }),
    ),
  reissue: (
    id: string,
    body: { code_id: string; reason: string; unblock: boolean },
    intent: string,
  ) =>
    answer(
      api.POST('/api/staff/licenses/{license_id}/code', { params: at(id), body, ...by(intent) }),
    ),
  seats: (id: string, body: { seats: number; reason: string | null }, intent: string) =>
    answer(
      api.POST('/api/staff/licenses/{license_id}/seats', { params: at(id), body, ...by(intent) }),
    ),
  merge: (
    id: string,
    body: { others: string[]; expires_on: string; order_number: string | null },
    intent: string,
  ) =>
    answer(
      api.POST('/api/staff/licenses/{license_id}/merger', { params: at(id), body, ...by(intent) }),
    ),
}

export const checksQuery = infiniteQueryOptions({
  queryKey: ['license-checks', 'list'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/api/staff/license-checks', { params: { query: { cursor: pageParam } } })),
  ...paged,
  refetchOnWindowFocus: 'always',
})

export const evidenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['license-checks', 'one', id],
    queryFn: () => answer(api.GET('/api/staff/license-checks/{license_id}', { params: at(id) })),
    staleTime: 0,
  })

export interface Decision {
  accept: boolean
  claimed_at: string
  reason: string | null
}

export const decide = (id: string, body: Decision, intent: string) =>
  answer(
    api.POST('/api/staff/license-checks/{license_id}/decision', {
      params: at(id),
      body,
      ...by(intent),
    }),
  )
