/** What stands in the page's address. */
export interface UserFilters {
  find?: string
  country?: string
  branch?: string
}

const MOST = 100

/** Whatever else is typed into the address counts as nothing. */
export function userFiltersFrom(params: Record<string, unknown>): UserFilters {
  return {
    find: text(params.find),
    country: /^[A-Z]{2}$/.test(String(params.country)) ? String(params.country) : undefined,
    branch: text(params.branch),
  }
}

function text(value: unknown): string | undefined {
  // A name of digits alone is a number in an address.
  const typed = typeof value === 'number' ? String(value) : value
  return typeof typed === 'string' && typed.trim() ? typed.slice(0, MOST) : undefined
}

export function isFiltered({ find, country, branch }: UserFilters): boolean {
  return Boolean(find ?? country ?? branch)
}
