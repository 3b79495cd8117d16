import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import { paged } from '@shared/api/paged'
import { licensesKey } from '../list/list-licenses'

const at = (licenseId: string) => ({ path: { license_id: licenseId } })

export const historyQuery = (licenseId: string) =>
  infiniteQueryOptions({
    queryKey: [...licensesKey, 'one', licenseId, 'history'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/licenses/{license_id}/history', {
          params: { ...at(licenseId), query: { cursor: pageParam } },
        }),
      ),
    ...paged,
  })

export const codesQuery = (licenseId: string) =>
  queryOptions({
    queryKey: [...licensesKey, 'one', licenseId, 'codes'],
    queryFn: () => answer(api.GET('/api/licenses/{license_id}/codes', { params: at(licenseId) })),
  })

/** How many open requests would end with the license. */
export const openRequestsQuery = (licenseId: string) =>
  queryOptions({
    queryKey: [...licensesKey, 'one', licenseId, 'open-requests'],
    queryFn: () =>
      answer(api.GET('/api/licenses/{license_id}/open-requests', { params: at(licenseId) })),
    staleTime: 0,
  })

export const removeLicense = (licenseId: string, supportEnds: boolean, intent: string) =>
  answer(
    api.POST('/api/licenses/{license_id}/removal', {
      params: at(licenseId),
      body: { support_ends: supportEnds },
      headers: intentHeader(intent),
    }),
  )
