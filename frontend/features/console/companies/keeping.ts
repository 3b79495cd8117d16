import { answer, api, intentHeader } from '@shared/api/client'

/** Where the official application stands (STF-8): a request's number, and one of its files. */
export interface Evidence {
  number: string
  file_id: string
}

export const evidenceFiles = (companyId: string, number: string) =>
  answer(
    api.GET('/api/staff/companies/{company_id}/evidence', {
      params: { path: { company_id: companyId }, query: { number } },
    }),
  )

export interface CompanyChange {
  /** What stays is null. */
  name: string | null
  branches: string[] | null
  owner_id: string | null
  /** The company's, as it was read. */
  version: number
  evidence: Evidence
}

export const changeCompany = (companyId: string, change: CompanyChange, intent: string) =>
  answer(
    api.PATCH('/api/staff/companies/{company_id}', {
      params: { path: { company_id: companyId } },
      body: change,
      headers: intentHeader(intent),
    }),
  )

export const earlierAccounts = (accountId: string, number: string) =>
  answer(
    api.GET('/api/staff/people/{account_id}/earlier-accounts', {
      params: { path: { account_id: accountId }, query: { number } },
    }),
  )

export const moveHistory = (accountId: string, from: string, evidence: Evidence, intent: string) =>
  answer(
    api.POST('/api/staff/people/{account_id}/history', {
      params: { path: { account_id: accountId } },
      body: { from_account_id: from, evidence },
      headers: intentHeader(intent),
    }),
  )
