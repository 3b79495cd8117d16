import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { signOutStaff } from '@features/accounts/session/session'
import { forgetDrafts } from '@features/tickets/drafts/stored-draft'

/** Signs out, and leaves nothing of the session in the browser. */
export function useLeave() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return () => {
    void signOutStaff()
      .catch(() => undefined)
      .then(() => navigate({ to: '/sign-in', search: {} }))
      .then(() => {
        forgetDrafts()
        queryClient.clear()
      })
  }
}
