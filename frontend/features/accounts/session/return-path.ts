/** A path of this app to go back to after signing in; anything else could lead people astray. */
export function safeReturnPath(path: unknown): string | undefined {
  if (typeof path !== 'string' || !path.startsWith('/')) return undefined
  const here = 'http://here.invalid'
  try {
    const url = new URL(path, here)
    if (url.origin !== here) return undefined
    return url.pathname.startsWith('/sign-in') ? undefined : url.pathname + url.search
  } catch {
    return undefined
  }
}
