import { answer, api } from '@shared/api/client'
import type { SelfApi } from './self-api'

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
