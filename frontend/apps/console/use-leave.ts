import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { leaveSession } from '@features/accounts/session/leave'
import { signOutStaff } from '@features/accounts/session/session'

export function useLeave() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return async () => {
    await leaveSession(signOutStaff)
    await navigate({ to: '/sign-in', search: {} })
    // Only now: the page that was left still showed what is in it.
    queryClient.clear()
  }
}
