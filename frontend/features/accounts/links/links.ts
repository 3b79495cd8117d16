import { answer, api, intentHeader } from '@shared/api/client'
import type { LinkHolder } from '@shared/api/types'
import { browsersZone } from '@shared/i18n/zone'
import type { ChosenPassword } from '../password/ChoosePassword'

/** A mailed link that leads to choosing a password; looking at it does not spend it. */
export interface PasswordLink {
  inspect: (token: string) => Promise<LinkHolder>
  redeem: (token: string, chosen: ChosenPassword, intent: string) => Promise<{ email: string }>
}

export const activationLink: PasswordLink = {
  inspect: (token) => answer(api.POST('/api/activations/inspect', { body: { token } })),
  redeem: (token, chosen, intent) =>
    answer(
      api.POST('/api/activations', { body: { token, ...chosen }, headers: intentHeader(intent) }),
    ),
}

export const resetLink: PasswordLink = {
  inspect: (token) => answer(api.POST('/api/password-resets/inspect', { body: { token } })),
  redeem: (token, chosen, intent) =>
    answer(
      api.POST('/api/password-resets/redeem', {
        body: { token, ...chosen },
        headers: intentHeader(intent),
      }),
    ),
}

export const staffInvitationLink: PasswordLink = {
  inspect: (token) => answer(api.POST('/api/staff/invitations/inspect', { body: { token } })),
  redeem: (token, chosen, intent) =>
    answer(
      api.POST('/api/staff/invitations/redeem', {
        body: { token, ...chosen, zone: browsersZone() },
        headers: intentHeader(intent),
      }),
    ),
}

export const askForReset = (email: string) =>
  answer(api.POST('/api/password-resets', { body: { email } }))
