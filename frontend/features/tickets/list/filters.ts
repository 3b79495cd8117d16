import type { TicketStatus } from '@shared/api/types'

export const STATUSES = [
  'in_progress',
  'awaiting_answer',
  'solution_provided',
  'resolved_no_information',
  'closed',
  'closed_redirected',
  'cancelled_by_specialist',
  'cancelled_by_user',
  'cancelled_expired',
] as const satisfies readonly TicketStatus[]

/** Of these, one at most says what is listed; together they would only contradict each other. */
export const VIEWS = ['all', 'waiting', 'inactive'] as const
export type View = (typeof VIEWS)[number]

/** What stands in the page's address; whatever else is typed there counts as nothing. */
export interface TicketFilters {
  author?: 'me'
  status?: TicketStatus
  view?: 'waiting' | 'inactive'
}

export function ticketFiltersFrom(params: Record<string, unknown>): TicketFilters {
  const author = params.author === 'me' ? 'me' : undefined
  const status = STATUSES.find((known) => known === params.status)
  const view = (['waiting', 'inactive'] as const).find((known) => known === params.view)
  return { author, status, view: status ? undefined : view }
}

/** The address's filters as the API asks for them. */
export function ticketQueryFrom({ author, status, view }: TicketFilters) {
  return {
    author: author ?? ('all' as const),
    status,
    waiting: view === 'waiting' || undefined,
    inactive: view === 'inactive' || undefined,
  }
}

export function isFiltered({ author, status, view }: TicketFilters): boolean {
  return Boolean(author ?? status ?? view)
}
