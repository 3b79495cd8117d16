import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import { paged } from '@shared/api/paged'
import type { LicenseFilters } from './filters'

export const licensesKey = ['licenses'] as const

export const licenseListQuery = ({ state, sort, find }: LicenseFilters) =>
  infiniteQueryOptions({
    queryKey: [...licensesKey, 'list', state ?? 'all', sort ?? 'expires', find ?? ''],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/licenses', {
          params: {
            query: { state: state ?? 'all', sort: sort ?? 'expires', find, cursor: pageParam },
          },
        }),
      ),
    ...paged,
  })
