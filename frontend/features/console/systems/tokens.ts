import { queryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import type { components } from '@shared/api/schema'

export type Token = components['schemas']['TokenOut']
export type NewToken = components['schemas']['NewToken']
export type Scope = components['schemas']['Scope']

export const SCOPES: Scope[] = ['orders:write', 'orders:read', 'catalog:read']
/** Their words: a colon would part a text's namespace. */
export const SCOPE_TEXTS = {
  'orders:write': 'orders_write',
  'orders:read': 'orders_read',
  'catalog:read': 'catalog_read',
} as const
export const tokensKey = ['tokens'] as const

export const tokensQuery = queryOptions({
  queryKey: tokensKey,
  queryFn: () => answer(api.GET('/api/staff/tokens')),
})

export const makeToken = (body: NewToken, intent: string) =>
  answer(api.POST('/api/staff/tokens', { body, headers: intentHeader(intent) }))

export const revokeToken = (id: string) =>
  answer(
    api.POST('/api/staff/tokens/{token_id}/revocation', { params: { path: { token_id: id } } }),
  )
