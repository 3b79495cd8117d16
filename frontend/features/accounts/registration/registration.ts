import { answer, api, intentHeader } from '@shared/api/client'
import type { PortalConfig, Registration } from '@shared/api/types'
import { browsersZone } from '@shared/i18n/zone'

export type PersonalValues = {
  first_name: string
  last_name: string
  company_name: string
  email: string
  country: string
  accept_terms: boolean
  accept_privacy: boolean
  survey: boolean
}

/** What a form begins with. */
export const NOBODY: PersonalValues = {
  first_name: '',
  last_name: '',
  company_name: '',
  email: '',
  country: '',
  accept_terms: false,
  accept_privacy: false,
  survey: false,
}

export const FIELD_LIMITS = { first_name: 100, last_name: 100, company_name: 200, email: 254 }

const LOOKS_LIKE_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/

export type PersonalGap = 'required' | 'email' | 'mustAccept'

/** The first thing missing in each field; the server judges the rest. */
export function gapsIn(values: PersonalValues): Partial<Record<keyof PersonalValues, PersonalGap>> {
  const gaps: Partial<Record<keyof PersonalValues, PersonalGap>> = {}
  for (const field of ['first_name', 'last_name', 'company_name', 'email', 'country'] as const)
    if (values[field].trim() === '') gaps[field] = 'required'
  if (!gaps.email && !LOOKS_LIKE_MAIL.test(values.email.trim())) gaps.email = 'email'
  if (!values.accept_terms) gaps.accept_terms = 'mustAccept'
  if (!values.accept_privacy) gaps.accept_privacy = 'mustAccept'
  return gaps
}

/** What is sent: the ticks become the versions that the person saw. */
export function registrationFrom(
  values: PersonalValues,
  proof: Pick<Registration, 'activation_code' | 'key_file'>,
  config: Pick<PortalConfig, 'terms' | 'privacy'>,
  language: string,
): Registration {
  return {
    first_name: values.first_name.trim(),
    last_name: values.last_name.trim(),
    company_name: values.company_name.trim(),
    email: values.email.trim(),
    country: values.country,
    ...proof,
    accept_terms: config.terms.version,
    accept_privacy: config.privacy.version,
    survey: values.survey,
    language,
    zone: browsersZone(),
  }
}

export const register = (body: Registration, intent: string) =>
  answer(api.POST('/api/registrations', { body, headers: intentHeader(intent) }))
