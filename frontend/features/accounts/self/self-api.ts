import { answer, api } from '@shared/api/client'
import type {
  AuthenticatorOffer,
  Factors,
  Notices,
  NoticeTopic,
  PasskeyMade,
  PasskeyWanted,
  Reach,
  SessionRow,
} from '@shared/api/types'

interface Codes {
  recovery_codes: string[]
}
interface NewPasskey {
  token: string
  name: string
  credential: PasskeyMade
}
/** The password once more; staff who must set up their first factor gave it just now. */
type Password = string | null

/** A person's own settings, on one side of the counter. */
export interface SelfApi {
  /** Begins the keys under which answers are kept. */
  side: 'customer' | 'staff'
  notices: () => Promise<Notices>
  /** Whether our mail reaches them. */
  reach: () => Promise<Reach>
  askReachCheck: () => Promise<unknown>
  chooseNotices: (unwanted: NoticeTopic[]) => Promise<Notices>
  sessions: () => Promise<{ items: SessionRow[] }>
  endSession: (id: string) => Promise<unknown>
  endAllSessions: () => Promise<unknown>
  askPasswordLink: () => Promise<unknown>
  factors: () => Promise<Factors>
  offerAuthenticator: (password: Password) => Promise<AuthenticatorOffer>
  confirmAuthenticator: (body: { token: string; code: string }) => Promise<Codes>
  removeAuthenticator: (password: Password) => Promise<unknown>
  wantPasskey: (password: Password) => Promise<PasskeyWanted>
  addPasskey: (body: NewPasskey) => Promise<Codes>
  removePasskey: (id: string, password: Password) => Promise<unknown>
  renewCodes: (password: Password) => Promise<Codes>
  /** Only customers can have a lost factor removed by mail, and so object to it. */
  objectToRemoval?: () => Promise<unknown>
}

export const customersSelf: SelfApi = {
  side: 'customer',
  notices: () => answer(api.GET('/api/me/notices')),
  reach: () => answer(api.GET('/api/me/mail')),
  askReachCheck: () => api.POST('/api/me/mail/check'),
  chooseNotices: (unwanted) => answer(api.PUT('/api/me/notices', { body: { unwanted } })),
  sessions: () => answer(api.GET('/api/me/sessions')),
  endSession: (id) =>
    api.DELETE('/api/me/sessions/{session_id}', { params: { path: { session_id: id } } }),
  endAllSessions: () => api.DELETE('/api/me/sessions'),
  askPasswordLink: () => api.POST('/api/me/password-link'),
  factors: () => answer(api.GET('/api/me/factors')),
  offerAuthenticator: (password) =>
    answer(api.POST('/api/me/authenticator/offer', { body: { password } })),
  confirmAuthenticator: (body) => answer(api.POST('/api/me/authenticator', { body })),
  removeAuthenticator: (password) =>
    api.POST('/api/me/authenticator/removal', { body: { password } }),
  wantPasskey: (password) => answer(api.POST('/api/me/passkeys/options', { body: { password } })),
  addPasskey: (body) => answer(api.POST('/api/me/passkeys', { body })),
  removePasskey: (id, password) =>
    api.POST('/api/me/passkeys/{passkey_id}/removal', {
      params: { path: { passkey_id: id } },
      body: { password },
    }),
  renewCodes: (password) => answer(api.POST('/api/me/recovery-codes', { body: { password } })),
  objectToRemoval: () => api.POST('/api/me/factors/objection'),
}

export const staffSelf: SelfApi = {
  side: 'staff',
  notices: () => answer(api.GET('/api/staff/me/notices')),
  reach: () => answer(api.GET('/api/staff/me/mail')),
  askReachCheck: () => api.POST('/api/staff/me/mail/check'),
  chooseNotices: (unwanted) => answer(api.PUT('/api/staff/me/notices', { body: { unwanted } })),
  sessions: () => answer(api.GET('/api/staff/me/sessions')),
  endSession: (id) =>
    api.DELETE('/api/staff/me/sessions/{session_id}', { params: { path: { session_id: id } } }),
  endAllSessions: () => api.DELETE('/api/staff/me/sessions'),
  askPasswordLink: () => api.POST('/api/staff/me/password-link'),
  factors: () => answer(api.GET('/api/staff/me/factors')),
  offerAuthenticator: (password) =>
    answer(api.POST('/api/staff/me/authenticator/offer', { body: { password } })),
  confirmAuthenticator: (body) => answer(api.POST('/api/staff/me/authenticator', { body })),
  removeAuthenticator: (password) =>
    api.POST('/api/staff/me/authenticator/removal', { body: { password } }),
  wantPasskey: (password) =>
    answer(api.POST('/api/staff/me/passkeys/options', { body: { password } })),
  addPasskey: (body) => answer(api.POST('/api/staff/me/passkeys', { body })),
  removePasskey: (id, password) =>
    api.POST('/api/staff/me/passkeys/{passkey_id}/removal', {
      params: { path: { passkey_id: id } },
      body: { password },
    }),
  renewCodes: (password) =>
    answer(api.POST('/api/staff/me/recovery-codes', { body: { password } })),
}
