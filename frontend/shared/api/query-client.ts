import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isForbidden, isPassing, isSignedOut } from './problem'

const READ_RETRIES = 2

/**
 * `onSignedOut` is told when any call finds that the session is gone, except the one that asks
 * whether there is a session: its caller expects that answer. `onForbidden` is told when a right
 * that the page counted on is not there any more.
 */
export function createQueryClient(
  onSignedOut: () => void,
  onForbidden: () => void = () => undefined,
): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut()
    if (isForbidden(error)) onForbidden()
  }
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (!query.meta?.asksForSession) onError(error)
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
