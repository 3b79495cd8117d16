import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Consents } from '@features/accounts/registration/Consents'
import { likelyCountry } from '@features/accounts/registration/country-options'
import { PersonFields } from '@features/accounts/registration/PersonFields'
import { gapsIn, NOBODY, type PersonalValues } from '@features/accounts/registration/registration'
import { useConfig } from '@shared/api/config'
import { useIntent } from '@shared/api/intent'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { sortErrors } from '@shared/ui/form/server-errors'
import { useFields } from '@shared/ui/form/use-fields'
import { ApplicationChoice } from './ApplicationChoice'
import { askTrial, type Triable, type TrialAsked } from './trials'

const FIELDS = [...Object.keys(NOBODY), 'application_id']

interface TrialFormProps {
  offered: Triable[]
  onAsked: (email: string) => void
}

export function TrialForm({ offered, onAsked }: TrialFormProps) {
  const { t } = useTranslation(['shop', 'accounts'])
  const form = useTrialForm(offered, onAsked)
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap="md">
        <FormProblem error={form.rest} />
        <ApplicationChoice
          offered={offered}
          value={form.application}
          error={form.applicationError}
          onChange={form.choose}
        />
        <PersonFields fields={form.fields} licensed={false} />
        <Consents fields={form.fields} survey={false} />
        <Button type="submit" size="md" loading={form.sending}>
          {t('trial.submit')}
        </Button>
      </Stack>
    </form>
  )
}

function useTrialForm(offered: Triable[], onAsked: (email: string) => void) {
  const { t } = useTranslation(['accounts', 'common'])
  const config = useConfig()
  const intent = useIntent()
  const [application, setApplication] = useState(offered.length === 1 ? (offered[0]?.id ?? '') : '')
  const [missing, setMissing] = useState(false)
  const fields = useFields<PersonalValues>({ ...NOBODY, country: likelyCountry() })
  const sending = useMutation({
    mutationFn: async (body: TrialAsked) => askTrial(body, await intent.keyFor(body)),
    onSuccess: (_answer, { email }) => onAsked(email),
    onError: (error) => {
      fields.setErrors(sortErrors(error, FIELDS).fields)
      focusFirstError()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    sending.reset()
    const gaps = Object.entries(gapsIn(fields.values))
    setMissing(!application)
    fields.setErrors(
      Object.fromEntries(gaps.map(([field, gap]) => [field, t(`register.gap.${gap}`)])),
    )
    if (gaps.length > 0 || !application) return focusFirstError()
    const { survey: _, ...asked } = fields.values
    sending.mutate({
      ...asked,
      email: asked.email.trim(),
      application_id: application,
      accept_terms: config.terms.version,
      accept_privacy: config.privacy.version,
    })
  }
  const sorted = sortErrors(sending.error, FIELDS)
  return {
    fields,
    submit,
    application,
    choose: (id: string) => {
      setApplication(id)
      setMissing(false)
    },
    applicationError: missing ? t('common:field.mustChoose') : sorted.fields.application_id,
    rest: sorted.rest,
    sending: sending.isPending,
  }
}
