import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { isSignedOut } from '@shared/api/problem'
import { chooseZone } from '@shared/i18n/zone'
import { forgetPerson } from './one-person'

/** Leads to the sign-in page, once the session has ended. Throws what ending it threw. */
export function useLeave() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return async (signOut: () => Promise<unknown>) => {
    await ended(signOut)
    forgetPerson()
    chooseZone(null)
    await navigate({ to: '/sign-in', search: {} })
    // Only now: the page that was left still showed what is in it.
    queryClient.clear()
  }
}

/** Throws when the server could not be told, for then the session is still alive. */
async function ended(signOut: () => Promise<unknown>) {
  try {
    await signOut()
  } catch (error) {
    if (!isSignedOut(error)) throw error
  }
}
