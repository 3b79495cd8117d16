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
