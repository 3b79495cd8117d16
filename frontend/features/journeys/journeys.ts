import { queryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import type { KeyFileUpload } from '@shared/api/types'

export const askToLeave = () => answer(api.POST('/api/me/deletion', { body: { confirm: true } }))

export const askToShut = () =>
  answer(api.POST('/api/company/deletion', { body: { confirm: true } }))

export const accountLink = {
  inspect: (token: string) =>
    answer(api.POST('/api/account-deletions/inspect', { body: { token } })),
  redeem: (token: string, password: string, intent: string) =>
    answer(
      api.POST('/api/account-deletions', {
        body: { token, password },
        headers: intentHeader(intent),
      }),
    ),
}

export const companyLink = {
  inspect: (token: string) =>
    answer(api.POST('/api/company-deletions/inspect', { body: { token } })),
  redeem: (token: string, password: string, intent: string) =>
    answer(
      api.POST('/api/company-deletions', {
        body: { token, password },
        headers: intentHeader(intent),
      }),
    ),
}

export const exportPart = (after: string | null) =>
  answer(api.POST('/api/me/export', { body: { after } }))

export const companyQuery = queryOptions({
  queryKey: ['company'],
  queryFn: () => answer(api.GET('/api/company')),
})

export interface NewCompany {
  company_name: string
  activation_code: string | null
  key_file: KeyFileUpload | null
}

/** For somebody in no company (ACC-2). */
export const foundCompany = (body: NewCompany, intent: string) =>
  answer(api.POST('/api/companies', { body, headers: intentHeader(intent) }))
