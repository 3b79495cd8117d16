import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
import { paged } from '@shared/api/paged'
import { wholeTable } from '@shared/files'
import { type AuditFilters, endOf, startOf } from './filters'

const asked = ({ company, person, action, since, until }: AuditFilters, cursor?: string) => ({
  params: {
    query: {
      company_id: company,
      actor_id: person,
      action,
      since: since ? startOf(since) : undefined,
      until: until ? endOf(until) : undefined,
      cursor,
    },
  },
})

export const auditQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam }) => answer(api.GET('/api/staff/audit', asked(filters, pageParam))),
    ...paged,
  })

/** All that the filters leave. */
export const exportAudit = (filters: AuditFilters) =>
  wholeTable((cursor) => answer(api.GET('/api/staff/audit-export', asked(filters, cursor))))
