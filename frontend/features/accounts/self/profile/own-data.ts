import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import type { OwnData } from '@shared/api/types'

export const ownDataQuery = queryOptions({
  queryKey: ['own-data'],
  queryFn: () => answer(api.GET('/api/me/data')),
})

export const saveOwnData = (body: OwnData) => answer(api.PUT('/api/me/data', { body }))
