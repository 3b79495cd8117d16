import { useQueryClient } from '@tanstack/react-query'
import type { Chosen } from './session'

/** Keeps with the account what was chosen at the foot of a page. */
export function useKeepLanguage(
  { zone }: { zone: string | null },
  keep: (chosen: Chosen) => Promise<unknown>,
) {
  const queryClient = useQueryClient()
  return (language: string) => {
    // The choice already holds in this browser; if the account misses it, nothing is lost.
    void keep({ language, zone })
      .catch(() => undefined)
      // What the server words itself comes again in the new language.
      .then(() => queryClient.invalidateQueries())
  }
}
