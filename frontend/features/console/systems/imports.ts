import { queryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import type { components } from '@shared/api/schema'
import { saveFile } from '@shared/files'

export type OrderImport = components['schemas']['ImportOut']

export const importsKey = ['order-imports'] as const
const LOOK_AGAIN_MS = 2000

export const isGoingOn = ({ state }: OrderImport) => state === 'waiting' || state === 'running'

export const importsQuery = queryOptions({
  queryKey: importsKey,
  queryFn: () => answer(api.GET('/api/staff/order-imports')),
  refetchInterval: ({ state: { data } }) => (data?.items.some(isGoingOn) ? LOOK_AGAIN_MS : false),
})

export const askImport = (key: string, intent: string) =>
  answer(api.POST('/api/staff/order-imports', { body: { key }, headers: intentHeader(intent) }))

/** The lines with errors, as a file, in the language of the page. */
export async function saveReport({ id, file_name: name }: OrderImport) {
  const text = await answer(
    api.GET('/api/staff/order-imports/{import_id}/report', {
      params: { path: { import_id: id } },
      parseAs: 'blob',
    }),
  )
  saveFile(`${name.replace(/\.csv$/i, '')}.errors.csv`, text as unknown as Blob)
}
