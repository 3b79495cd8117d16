import { queryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import type { NewRecovery, Registration } from '@shared/api/types'

const key = ['recoveries'] as const

/** What the person asked for: what is open, else the last. */
export const ownRecoveryQuery = queryOptions({
  queryKey: [...key, 'own'],
  queryFn: async () => (await answer(api.GET('/api/recoveries'))).recovery,
})

/** The open one of the company, for those who may see it. */
export const companyRecoveryQuery = queryOptions({
  queryKey: [...key, 'company'],
  queryFn: async () => (await answer(api.GET('/api/company/recovery'))).recovery,
})

export const recoveriesKey = key

export const askToOwn = (body: NewRecovery, intent: string) =>
  answer(api.POST('/api/recoveries', { body, headers: intentHeader(intent) }))

export const withdraw = () => answer(api.POST('/api/recoveries/withdrawal'))

export const objectSignedIn = (words: string | null) =>
  answer(api.POST('/api/company/recovery/objection', { body: { words } }))

/** For somebody without an account: the mail that follows says what came of it. */
export const registerAlone = (body: Registration, intent: string) =>
  answer(api.POST('/api/recovery-registrations', { body, headers: intentHeader(intent) }))

export const objectionLink = {
  inspect: (token: string) =>
    answer(api.POST('/api/recovery-objections/inspect', { body: { token } })),
  object: (token: string, words: string | null) =>
    answer(api.POST('/api/recovery-objections', { body: { token, words } })),
}
