import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import { paged } from '@shared/api/paged'
import { tablePart, wholeTable } from '@shared/files'
import { usageKey } from '../devices/devices'

export const usageQuery = infiniteQueryOptions({
  queryKey: usageKey,
  queryFn: ({ pageParam }) =>
    answer(api.GET('/api/licenses/usage', { params: { query: { cursor: pageParam } } })),
  ...paged,
})

/** The devices of all licenses; `told` hears how many have come. */
export const fetchUsageAsCsv = (told: (devices: number) => void) =>
  wholeTable(
    (cursor) =>
      tablePart(
        api.GET('/api/licenses/usage.csv', { params: { query: { cursor } }, parseAs: 'text' }),
      ),
    told,
  )
