import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import type { components } from '@shared/api/schema'

export type Partner = components['schemas']['PartnerEntry']
export interface PartnerSearch {
  country?: string
  name?: string
}

export const NAME_CHARS = 3

export const partnersQuery = (search: PartnerSearch) =>
  queryOptions({
    queryKey: ['partners', search],
    queryFn: () => answer(api.GET('/api/partners', { params: { query: search } })),
  })

export function partnerSearchFrom(search: Record<string, unknown>): PartnerSearch {
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
  const name = text(search.name)
  return {
    country: name ? undefined : text(search.country)?.slice(0, 2),
    name: name && name.length >= NAME_CHARS ? name.slice(0, 120) : undefined,
  }
}
