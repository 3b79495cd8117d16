import { answer, api, intentHeader } from '@shared/api/client'

export interface KeyFilesAsked {
  activation_code: string
  email: string
}

/** The answer is the same whether or not the code is known (LIC-9). */
export const askKeyFiles = (body: KeyFilesAsked, intent: string) =>
  answer(api.POST('/api/key-file-requests', { body, headers: intentHeader(intent) }))
