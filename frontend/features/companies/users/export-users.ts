import { answer, api } from '@shared/api/client'
import { wholeTable } from '@shared/files'
import type { UserFilters } from './filters'

export const exportUsers = ({ country, branch }: UserFilters) =>
  wholeTable((cursor) =>
    answer(
      api.GET('/api/company/users-export', { params: { query: { country, branch, cursor } } }),
    ),
  )
