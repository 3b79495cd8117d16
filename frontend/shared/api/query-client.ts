import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isForbidden, isPassing, isSignedOut } from './problem'

const READ_RETRIES = 2

interface Told {
  /**
   * Any call found that the session is gone, except the one that asks whether there is a session:
   * its caller expects that answer.
   */
  signedOut: () => void
  /** The call that asks for the session found this account. */
  signedIn: (accountId: string) => void
  /** A right that the page counted on is not there any more. */
  forbidden?: () => void
}

export function createQueryClient(tell: Told): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) tell.signedOut()
    if (isForbidden(error)) tell.forbidden?.()
  }
  return new QueryClient({
    queryCache: new QueryCache({
      onSuccess: (data, { meta }) => {
        if (meta?.asksForSession) tell.signedIn((data as { account: { id: string } }).account.id)
      },
      onError: (error, { meta }) => {
        if (!meta?.asksForSession) onError(error)
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // "always": an offline read fails and says so, instead of waiting in silence.
        networkMode: 'always',
        retry: (failures, error) => failures < READ_RETRIES && isPassing(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
