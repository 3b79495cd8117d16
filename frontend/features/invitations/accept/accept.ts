import { answer, api, intentHeader } from '@shared/api/client'
import type { InvitationShown, PortalConfig } from '@shared/api/types'
import { browsersZone } from '@shared/i18n/zone'

export type GuestValues = {
  first_name: string
  last_name: string
  country: string
  accept_terms: boolean
  accept_privacy: boolean
  survey: boolean
  password: string
  password_repeat: string
}

export type GuestGap = 'required' | 'mustAccept'

/** What is missing; the password is judged by its own rules. */
export function gapsIn(values: GuestValues): Partial<Record<keyof GuestValues, GuestGap>> {
  const gaps: Partial<Record<keyof GuestValues, GuestGap>> = {}
  for (const field of ['first_name', 'last_name', 'country'] as const)
    if (values[field].trim() === '') gaps[field] = 'required'
  if (!values.accept_terms) gaps.accept_terms = 'mustAccept'
  if (!values.accept_privacy) gaps.accept_privacy = 'mustAccept'
  return gaps
}

/** What is sent: the ticks become the versions that the person saw. */
export function acceptanceFrom(
  token: string,
  values: GuestValues,
  config: Pick<PortalConfig, 'terms' | 'privacy'>,
  language: string,
) {
  return {
    ...values,
    token,
    first_name: values.first_name.trim(),
    last_name: values.last_name.trim(),
    accept_terms: config.terms.version,
    accept_privacy: config.privacy.version,
    language,
    zone: browsersZone(),
  }
}

export const inspectInvitation = (token: string): Promise<InvitationShown> =>
  answer(api.POST('/api/invitations/inspect', { body: { token } }))

export const acceptAsNew = (body: ReturnType<typeof acceptanceFrom>, intent: string) =>
  answer(api.POST('/api/invitations/redeem', { body, headers: intentHeader(intent) }))

export const acceptWithAccount = (body: { token: string; password: string }, intent: string) =>
  answer(api.POST('/api/invitations/join', { body, headers: intentHeader(intent) }))
