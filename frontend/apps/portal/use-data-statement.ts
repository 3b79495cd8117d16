import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { acceptDataStatement, meQuery } from '@features/accounts/session/session'
import type { DataStatement } from '@features/tickets/upload/StatementDialog'
import { useConfig } from '@shared/api/config'

/** Whether the person has accepted the statement in its present version, and how they do. */
export function useDataStatement(): DataStatement {
  const { account } = useSuspenseQuery(meQuery).data
  const { data_statement: current } = useConfig()
  const queryClient = useQueryClient()
  return {
    accepted: account.data_statement_version === current.version,
    accept: async (version) => {
      queryClient.setQueryData(meQuery.queryKey, await acceptDataStatement(version))
    },
  }
}
