import { Checkbox, Stack } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'

/** As much of a form's fields as stands here; more forms than one ask for it. */
interface Ticks {
  tick: (name: 'accept_terms' | 'accept_privacy' | 'survey') => {
    name: string
    checked: boolean
    error?: string
    onChange: (event: { currentTarget: { checked: boolean } }) => void
  }
}

export function Consents({ fields }: { fields: Ticks }) {
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
        {...fields.tick('accept_terms')}
      />
      <Checkbox
        label={
          <Trans
            t={t}
            i18nKey="register.privacy"
            components={{ document: <DocumentLink href={privacy.url} /> }}
          />
        }
        {...fields.tick('accept_privacy')}
      />
      <Checkbox
        label={t('register.survey')}
        description={t('register.surveyHint')}
        {...fields.tick('survey')}
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
