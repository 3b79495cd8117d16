import { answer, api } from '@shared/api/client'
import type { SelfApi } from './self-api'

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
