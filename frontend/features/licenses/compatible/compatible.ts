import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import { licensesKey } from '../list/list-licenses'

export const compatibleQuery = (licenseId: string, language: string) =>
  queryOptions({
    queryKey: [...licensesKey, 'compatible', licenseId, language],
    queryFn: () =>
      answer(
        api.GET('/api/licenses/{license_id}/applications', {
          params: { path: { license_id: licenseId } },
        }),
      ),
  })
