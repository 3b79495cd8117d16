import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'
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
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

/** A byte order mark, by which spreadsheets know that the text is UTF-8. */
const BOM = '\uFEFF'

/** All that the filters leave, as one file; the server hands it out in parts. */
export async function exportAudit(filters: AuditFilters): Promise<Blob> {
  const parts: string[] = [BOM]
  let cursor: string | undefined
  do {
    const part = await answer(api.GET('/api/staff/audit-export', asked(filters, cursor)))
    parts.push(part.csv)
    cursor = part.next_cursor ?? undefined
  } while (cursor)
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

export function saveAs(blob: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
