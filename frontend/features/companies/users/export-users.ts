import { answer, api } from '@shared/api/client'
import type { UserFilters } from './filters'

/** A byte order mark, by which spreadsheets know that the text is UTF-8. */
const BOM = '\uFEFF'

/** The whole list as one file; the server hands it out in parts. */
export async function exportUsers({ country, branch }: UserFilters): Promise<Blob> {
  const parts: string[] = [BOM]
  let cursor: string | undefined
  do {
    const part = await answer(
      api.GET('/api/company/users-export', { params: { query: { country, branch, cursor } } }),
    )
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
