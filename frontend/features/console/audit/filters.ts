/** What stands in the page's address. Days are the reader's own. */
export interface AuditFilters {
  company?: string
  person?: string
  action?: string
  since?: string
  until?: string
}

const NAME = /^[\w.-]{1,100}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whatever else is typed into the address counts as nothing. */
export function auditFiltersFrom(params: Record<string, unknown>): AuditFilters {
  const one = (value: unknown, form: RegExp) =>
    typeof value === 'string' && form.test(value) ? value : undefined
  return {
    company: one(params.company, NAME),
    person: one(params.person, NAME),
    action: one(params.action, NAME),
    since: one(params.since, DAY),
    until: one(params.until, DAY),
  }
}

export const isFiltered = (filters: AuditFilters) => Object.values(filters).some(Boolean)

/** The first and the last moment of a day where the reader is. */
export const startOf = (day: string) => new Date(`${day}T00:00:00`).toISOString()
export const endOf = (day: string) => new Date(`${day}T23:59:59.999`).toISOString()
