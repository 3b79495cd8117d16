import { Checkbox, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { Trans, useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import type { PersonalValues } from './registration'

export function Consents({ form }: { form: UseFormReturnType<PersonalValues> }) {
  const { t } = useTranslation('accounts')
  const { terms, privacy } = useConfig()
  return (
    <Stack gap="sm">
      <Checkbox
        label={
          <Trans
            t={t}
            i18nKey="register.terms"
            components={{ document: <DocumentLink href={terms.url} /> }}
          />
        }
        {...form.getInputProps('accept_terms', { type: 'checkbox' })}
      />
      <Checkbox
        label={
          <Trans
            t={t}
            i18nKey="register.privacy"
            components={{ document: <DocumentLink href={privacy.url} /> }}
          />
        }
        {...form.getInputProps('accept_privacy', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('register.survey')}
        description={t('register.surveyHint')}
        {...form.getInputProps('survey', { type: 'checkbox' })}
      />
    </Stack>
  )
}

/** Opens beside the form, so that nothing filled in is lost; the text comes with the language. */
function DocumentLink({ href, children }: { href: string; children?: React.ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
