export const STATES = ['all', 'active', 'expired', 'not_activated', 'blocked'] as const
export type LicenseState = (typeof STATES)[number]

/** What stands in the page's address; the usual (all, soonest to end first) is left out of it. */
export interface LicenseFilters {
  state?: LicenseState
  sort?: '-expires'
}

/** Whatever else is typed into the address counts as nothing. */
export function licenseFiltersFrom(params: Record<string, unknown>): LicenseFilters {
  const state = STATES.find((known) => known === params.state && known !== 'all')
  return { state, sort: params.sort === '-expires' ? '-expires' : undefined }
}
