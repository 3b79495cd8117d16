import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import { paged } from '@shared/api/paged'

export const companyListQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['companies', 'list', q],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/staff/companies', { params: { query: { q, cursor: pageParam } } })),
    ...paged,
  })

export const companyQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'one', id],
    queryFn: () =>
      answer(
        api.GET('/api/staff/companies/{company_id}', { params: { path: { company_id: id } } }),
      ),
  })

/** All of them, or those whose name or address begins as `find` does. */
export const companyPeopleQuery = (id: string, find = '') =>
  infiniteQueryOptions({
    queryKey: ['companies', 'one', id, 'people', find],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/staff/companies/{company_id}/people', {
          params: { path: { company_id: id }, query: { find, cursor: pageParam } },
        }),
      ),
    ...paged,
  })
