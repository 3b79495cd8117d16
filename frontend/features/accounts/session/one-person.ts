import type { QueryClient } from '@tanstack/react-query'

const WHOSE = 'kontor-person'
const KEPT_BY_US = [WHOSE, 'kontor-draft:', 'kontor-uploads:']

let here: string | null = null

/**
 * Told of each answer to "who is signed in". What one person wrote and read in this tab waits for
 * that person when a session ended by itself; whoever signs in instead, here or in another tab,
 * finds nothing of it: the page starts again.
 */
export function admit(
  queryClient: QueryClient,
  accountId: string,
  startAgain = () => window.location.reload(),
) {
  const before = here ?? stored()
  if (before === accountId) return
  if (before !== null) forgetPerson()
  here = accountId
  keep(accountId)
  if (before === null) return
  queryClient.removeQueries({ predicate: ({ meta }) => !meta?.asksForSession })
  startAgain()
}

/** Whoever signs in next in this tab reads nothing of what was being written. */
export function forgetPerson() {
  here = null
  try {
    for (const key of Object.keys(sessionStorage))
      if (KEPT_BY_US.some((prefix) => key.startsWith(prefix))) sessionStorage.removeItem(key)
  } catch {
    // Storage is off: nothing was kept.
  }
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(WHOSE)
  } catch {
    return null
  }
}

function keep(accountId: string) {
  try {
    sessionStorage.setItem(WHOSE, accountId)
  } catch {
    // Storage is off: it is known as long as the page.
  }
}
