import { answer, api, intentHeader } from '@shared/api/client'

export interface SurveyLink {
  token: string
  /** Chosen by one click in the mail. */
  rating: number | null
}

export interface SurveyAnswer {
  token: string
  rating: number | null
  words: string | null
}

export const RATINGS = [1, 2, 3, 4, 5] as const
export const WORDS_LIMIT = 4000

/** `<token>` or `<token>.<rating>`, as the mail's links have it behind the #. */
export function surveyLinkFrom(fragment: string): SurveyLink {
  const match = /^(.+)\.([1-5])$/.exec(fragment)
  return match
    ? { token: match[1] as string, rating: Number(match[2]) }
    : { token: fragment, rating: null }
}

export const inspectSurvey = (token: string) =>
  answer(api.POST('/api/surveys/inspect', { body: { token } }))

export const saveSurvey = (body: SurveyAnswer, intent: string) =>
  answer(api.PUT('/api/surveys', { body, headers: intentHeader(intent) }))

/** A click in the mail counts at once, and leaves words said earlier as they are. */
export async function openSurvey({ token, rating }: SurveyLink, intent: string) {
  const state = await inspectSurvey(token)
  if (rating === null || rating === state.rating) return state
  return saveSurvey({ token, rating, words: state.words }, intent)
}
