import { Checkbox, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { documentAt } from './document-link'
import { Rich } from '@shared/i18n/Rich'
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

interface ConsentsProps {
  fields: Ticks
  /** Whether the person is asked about surveys, too. */
  survey?: boolean
}

export function Consents({ fields, survey = true }: ConsentsProps) {
  const { t } = useTranslation('accounts')
  const { terms, privacy } = useConfig()
  return (
    <Stack gap="sm">
      <Checkbox
        label={<Rich text={t('register.terms')} marks={documentAt(terms.url)} />}
        {...fields.tick('accept_terms')}
      />
      <Checkbox
        label={<Rich text={t('register.privacy')} marks={documentAt(privacy.url)} />}
        {...fields.tick('accept_privacy')}
      />
      {survey ? (
        <Checkbox
          label={t('register.survey')}
          description={t('register.surveyHint')}
          {...fields.tick('survey')}
        />
      ) : null}
    </Stack>
  )
}
