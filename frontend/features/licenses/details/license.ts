import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import { licensesKey } from '../list/list-licenses'

export const licenseQuery = (licenseId: string) =>
  queryOptions({
    queryKey: [...licensesKey, 'one', licenseId],
    queryFn: () =>
      answer(
        api.GET('/api/licenses/{license_id}', { params: { path: { license_id: licenseId } } }),
      ),
  })

export const fetchKeyFile = (licenseId: string, productId: string) =>
  answer(
    api.GET('/api/licenses/{license_id}/key-file', {
      params: { path: { license_id: licenseId }, query: { product_id: productId } },
    }),
  )
