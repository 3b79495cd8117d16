import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '@shared/api/client'

/** Who is signed in on the customers' side. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answer(api.GET('/api/me')),
  staleTime: 60_000,
  meta: { asksForSession: true },
})

/** Who is signed in on the staff's side. */
export const staffMeQuery = queryOptions({
  queryKey: ['staff-me'],
  queryFn: () => answer(api.GET('/api/staff/me')),
  staleTime: 60_000,
  meta: { asksForSession: true },
})

export async function signOut(): Promise<void> {
  await api.DELETE('/api/sessions/current')
}

export async function signOutStaff(): Promise<void> {
  await api.DELETE('/api/staff/sessions/current')
}

export interface Chosen {
  language: string
  /** Null is wherever the browser is. */
  zone: string | null
}

/** Keeps language and zone with the account: for other devices, and for its e-mails. */
export const keepPreferences = (body: Chosen) => answer(api.PATCH('/api/me', { body }))

export const keepStaffsPreferences = (body: Chosen) => answer(api.PATCH('/api/staff/me', { body }))

/** Before the first upload ever (REQ-4); the server stores version and time. */
export const acceptDataStatement = (version: string) =>
  answer(api.POST('/api/me/data-statement', { body: { version } }))
