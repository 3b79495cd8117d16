import { useState } from 'react'
import type { StaffTicketItem } from '@shared/api/staff-types'
import type { Named } from '@shared/api/types'
import { useAssignment } from '../request/use-assignment'

/** A request that was just assigned to oneself, and whose it was before. */
export interface TakenRequest {
  id: string
  number: string
  before: Named | null
}

/** Taking requests out of a queue at a key stroke, which can be taken back as fast. */
export function useTaking(me: Named) {
  const assignment = useAssignment()
  const [taken, setTaken] = useState<TakenRequest | null>(null)
  const take = ({ id, number, assignee }: StaffTicketItem) => {
    if (assignee?.id === me.id || assignment.isPending) return
    assignment.mutate(
      { id, assignee: me },
      { onSuccess: () => setTaken({ id, number, before: assignee }) },
    )
  }
  const undo = () => {
    if (!taken) return
    assignment.mutate({ id: taken.id, assignee: taken.before }, { onSuccess: () => setTaken(null) })
  }
  return { take, undo, taken, error: assignment.error }
}
