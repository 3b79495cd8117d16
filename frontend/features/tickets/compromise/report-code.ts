import { answer, api, intentHeader } from '@shared/api/client'

export interface CodeReport {
  at: string | null
  text: string
  files: string[]
}

/** Asks for a block; it becomes a request (LIC-13). */
export const reportCode = (licenseId: string, body: CodeReport, intent: string) =>
  answer(
    api.POST('/api/licenses/{license_id}/compromise', {
      params: { path: { license_id: licenseId } },
      body,
      headers: intentHeader(intent),
    }),
  )

/** What a `datetime-local` field holds, as a moment; null when it holds none. */
export function momentOf(local: string): string | null {
  const time = new Date(local)
  return local && !Number.isNaN(time.getTime()) ? time.toISOString() : null
}
