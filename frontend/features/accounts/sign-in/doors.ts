import { answer, api } from '@shared/api/client'
import type { PasskeyOffer, PasskeyShown, SignInAnswer } from '@shared/api/types'

interface Proof {
  challenge: string
  code: string
}
interface Shown {
  challenge: string
  credential: PasskeyShown
}

/** Where one kind of people signs in. */
export interface Door {
  enter: (credentials: { email: string; password: string }) => Promise<SignInAnswer>
  confirm: (proof: Proof) => Promise<SignInAnswer>
  confirmByRecovery: (proof: Proof) => Promise<SignInAnswer>
  /** Which passkeys the second step takes. */
  secondPasskeys: (challenge: string) => Promise<PasskeyOffer>
  confirmByPasskey: (shown: Shown) => Promise<SignInAnswer>
  /** Signing in by a passkey alone. */
  anyPasskey: () => Promise<PasskeyOffer>
  enterByPasskey: (shown: Shown) => Promise<SignInAnswer>
  /** Asks for a lost second factor to be removed; staff ask a supervisor. */
  lost?: (challenge: string) => Promise<unknown>
}

export const customersDoor: Door = {
  enter: (body) => answer(api.POST('/api/sessions', { body })),
  confirm: (body) => answer(api.POST('/api/sessions/second-factor', { body })),
  confirmByRecovery: (body) => answer(api.POST('/api/sessions/second-factor/recovery', { body })),
  secondPasskeys: (challenge) =>
    answer(api.POST('/api/sessions/second-factor/passkeys', { body: { challenge } })),
  confirmByPasskey: (body) => answer(api.POST('/api/sessions/second-factor/passkey', { body })),
  anyPasskey: () => answer(api.POST('/api/sessions/passkey/options')),
  enterByPasskey: (body) => answer(api.POST('/api/sessions/passkey', { body })),
  lost: (challenge) => api.POST('/api/sessions/second-factor/lost', { body: { challenge } }),
}

export const staffDoor: Door = {
  enter: (body) => answer(api.POST('/api/staff/sessions', { body })),
  confirm: (body) => answer(api.POST('/api/staff/sessions/second-factor', { body })),
  confirmByRecovery: (body) =>
    answer(api.POST('/api/staff/sessions/second-factor/recovery', { body })),
  secondPasskeys: (challenge) =>
    answer(api.POST('/api/staff/sessions/second-factor/passkeys', { body: { challenge } })),
  confirmByPasskey: (body) =>
    answer(api.POST('/api/staff/sessions/second-factor/passkey', { body })),
  anyPasskey: () => answer(api.POST('/api/staff/sessions/passkey/options')),
  enterByPasskey: (body) => answer(api.POST('/api/staff/sessions/passkey', { body })),
}
