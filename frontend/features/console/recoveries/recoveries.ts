import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import { paged } from '@shared/api/paged'
import type { RecoveryDecision } from '@shared/api/staff-types'

export const recoveriesKey = ['staff-recoveries'] as const
const at = (id: string) => ({ path: { recovery_id: id } })

export const recoveriesQuery = infiniteQueryOptions({
  queryKey: [...recoveriesKey, 'list'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/api/staff/recoveries', { params: { query: { cursor: pageParam } } })),
  ...paged,
  refetchOnWindowFocus: 'always',
})

export const recoveryQuery = (id: string) =>
  queryOptions({
    queryKey: [...recoveriesKey, 'one', id],
    queryFn: () => answer(api.GET('/api/staff/recoveries/{recovery_id}', { params: at(id) })),
    staleTime: 0,
  })

export const applicationAddress = async (id: string) =>
  (await answer(api.GET('/api/staff/recoveries/{recovery_id}/application', { params: at(id) }))).url

export const decideRecovery = (id: string, body: RecoveryDecision, intent: string) =>
  answer(
    api.POST('/api/staff/recoveries/{recovery_id}/decision', {
      params: at(id),
      body,
      headers: intentHeader(intent),
    }),
  )
