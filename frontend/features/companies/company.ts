import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'

/** The company of whoever is signed in, with the names of its branches. */
export const companyQuery = queryOptions({
  queryKey: ['company'],
  queryFn: () => answer(api.GET('/api/company')),
  staleTime: 60_000,
})
