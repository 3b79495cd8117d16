import { queryOptions } from '@tanstack/react-query'
import { answer, api, intentHeader } from '@shared/api/client'
import type { components } from '@shared/api/schema'

export type TrialAsked = components['schemas']['TrialAsked']
export type Triable = components['schemas']['TriableOut']

export const triableQuery = (language: string) =>
  queryOptions({
    queryKey: ['triable', language],
    queryFn: () => answer(api.GET('/api/trials')),
  })

/** The answer is the same whether there is a trial or not; the mail tells (LIC-15). */
export const askTrial = (body: TrialAsked, intent: string) =>
  answer(api.POST('/api/trials', { body, headers: intentHeader(intent) }))
