import { answer, api } from '@shared/api/client'
import type { SignInAnswer } from '@shared/api/types'

/** Where one kind of people signs in. */
export interface Door {
  enter: (credentials: { email: string; password: string }) => Promise<SignInAnswer>
  confirm: (proof: { challenge: string; code: string }) => Promise<SignInAnswer>
}

export const customersDoor: Door = {
  enter: (body) => answer(api.POST('/api/sessions', { body })),
  confirm: (body) => answer(api.POST('/api/sessions/second-factor', { body })),
}

export const staffDoor: Door = {
  enter: (body) => answer(api.POST('/api/staff/sessions', { body })),
  confirm: (body) => answer(api.POST('/api/staff/sessions/second-factor', { body })),
}
