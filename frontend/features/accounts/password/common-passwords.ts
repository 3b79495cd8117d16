import { queryOptions } from '@tanstack/react-query'
import listUrl from '../../../../chalicelib/accounts/data/common_passwords.txt?url'

/** The server's own list; fetched only where a password is chosen. */
export const commonPasswordsQuery = queryOptions({
  queryKey: ['common-passwords'],
  queryFn: async () => {
    const response = await fetch(listUrl)
    return new Set((await response.text()).split('\n').filter(Boolean))
  },
  staleTime: Infinity,
})
