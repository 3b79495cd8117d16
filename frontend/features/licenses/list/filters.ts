export const STATES = ['all', 'active', 'expired', 'not_activated', 'blocked'] as const
export type LicenseState = (typeof STATES)[number]

/** What stands in the page's address; the usual (all, soonest to end first) is left out of it. */
export interface LicenseFilters {
  state?: LicenseState
  sort?: '-expires'
  /** A public id or an order number, as a whole. */
  find?: string
}

/** Whatever else is typed into the address counts as nothing. */
export function licenseFiltersFrom(params: Record<string, unknown>): LicenseFilters {
  const state = STATES.find((known) => known === params.state && known !== 'all')
  // An order number of digits alone comes out of the address as a number.
  const find = typeof params.find === 'number' ? String(params.find) : params.find
  return {
    state,
    sort: params.sort === '-expires' ? '-expires' : undefined,
    find: typeof find === 'string' && find ? find.slice(0, 200) : undefined,
  }
}
