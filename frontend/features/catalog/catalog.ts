import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import type { components } from '@shared/api/schema'

type Schemas = components['schemas']
export type Group = Schemas['CatalogGroup']
export type Product = Required<Schemas['ProductIn']>
export type Version = Required<Schemas['VersionIn']>
export type Application = Schemas['CatalogApplication']
export type Partner = Schemas['PartnerOut']
export type Standing = Schemas['Standing']

export const catalogKey = ['staff-catalog'] as const
export const partnersKey = ['staff-partners'] as const

export const catalogQuery = queryOptions({
  queryKey: catalogKey,
  queryFn: () => answer(api.GET('/api/staff/catalog')),
})

export const allPartnersQuery = queryOptions({
  queryKey: partnersKey,
  queryFn: () => answer(api.GET('/api/staff/partners')),
})

const putGroup = ({ id, ...body }: Group) =>
  answer(
    api.PUT('/api/staff/catalog/groups/{group_id}', { params: { path: { group_id: id } }, body }),
  )

const putApplication = ({ id, ...body }: Application) =>
  answer(
    api.PUT('/api/staff/catalog/applications/{application_id}', {
      params: { path: { application_id: id } },
      body,
    }),
  )

const putPartner = ({ id, ...body }: Partner) =>
  answer(
    api.PUT('/api/staff/partners/{partner_id}', { params: { path: { partner_id: id } }, body }),
  )

/** Saves a part; the list is read anew, also when somebody else was faster. */
function useSaving<Part>(key: readonly string[], save: (part: Part) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: save,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key }),
  })
}

export const useSavingGroup = () => useSaving(catalogKey, putGroup)
export const useSavingApplication = () => useSaving(catalogKey, putApplication)
export const useSavingPartner = () => useSaving(partnersKey, putPartner)
