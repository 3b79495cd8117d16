import {
  infiniteQueryOptions,
  type InfiniteData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import { paged } from '@shared/api/paged'
import type { Member, Page, Right } from '@shared/api/types'
import type { UserFilters } from './filters'

export const usersKey = ['users'] as const
const listsKey = [...usersKey, 'list'] as const

export const userListQuery = (filters: UserFilters) =>
  infiniteQueryOptions({
    queryKey: [...listsKey, filters],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/company/users', {
          params: { query: { ...filters, cursor: pageParam } },
          signal,
        }),
      ),
    ...paged,
  })

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: [...usersKey, 'one', id],
    queryFn: () =>
      answer(api.GET('/api/company/users/{account_id}', { params: { path: { account_id: id } } })),
    staleTime: 0,
  })

export interface PersonChange {
  first_name: string
  last_name: string
  country: string
  branch: string | null
  version: number
}

export const changeUser = (id: string, body: PersonChange, intent: string) =>
  answer(
    api.PATCH('/api/company/users/{account_id}', {
      params: { path: { account_id: id } },
      body,
      headers: intentHeader(intent),
    }),
  )

export interface RightsChange {
  rights: Right[]
  scope: string | null
  version: number
}

export const setRights = (id: string, body: RightsChange, intent: string) =>
  answer(
    api.PUT('/api/company/users/{account_id}/rights', {
      params: { path: { account_id: id } },
      body,
      headers: intentHeader(intent),
    }),
  )

export const sendReset = (id: string) =>
  answer(
    api.POST('/api/company/users/{account_id}/password-reset', {
      params: { path: { account_id: id } },
    }),
  )

/** Whoever is shown in a list stays in their place there: it is read anew with the next visit. */
export function showUser(queryClient: QueryClient, user: Member) {
  changeLists(queryClient, (items) => items.map((item) => (item.id === user.id ? user : item)))
}

export function dropUser(queryClient: QueryClient, id: string) {
  changeLists(queryClient, (items) => items.filter((item) => item.id !== id))
}

function changeLists(queryClient: QueryClient, change: (items: Member[]) => Member[]) {
  queryClient.setQueriesData<InfiniteData<Page<Member>>>({ queryKey: listsKey }, (lists) =>
    lists
      ? { ...lists, pages: lists.pages.map((page) => ({ ...page, items: change(page.items) })) }
      : lists,
  )
}

/** COM-6: for good; the box was ticked. */
export const deleteUser = (id: string) =>
  answer(
    api.POST('/api/company/users/{account_id}/deletion', {
      params: { path: { account_id: id } },
      body: { confirm: true },
    }),
  )
