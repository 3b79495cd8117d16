import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Named } from '@shared/api/types'
import { assignTo, changeInQueues, refreshQueues, requestQuery } from './requests'

/** Gives a request to somebody, or to nobody. */
export function useAssignment() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id, assignee }: { id: string; assignee: Named | null }) =>
      assignTo(id, assignee),
    onSuccess: (_, { id, assignee }) => {
      changeInQueues(queryClient, id, (item) => ({ ...item, assignee }))
      refreshQueues(queryClient)
      return queryClient.invalidateQueries({ queryKey: requestQuery(id).queryKey })
    },
  })
}
