import '@mantine/core/styles/PasswordInput.css'
import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { useIntent } from '@shared/api/intent'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { useFields } from '@shared/ui/form/use-fields'
import { commonPasswordsQuery } from './common-passwords'
import { limitsOf } from './limits'
import { PasswordRules } from './PasswordRules'
import { brokenRules } from './rules'

export interface ChosenPassword {
  password: string
  password_repeat: string
}

const FIELDS = ['password', 'password_repeat']

interface ChoosePasswordProps {
  email: string
  names: string[]
  submitLabel: string
  save: (chosen: ChosenPassword, intent: string) => Promise<{ email: string }>
  onSaved: (email: string) => void
}

/** Twice the same password, each rule judged while it is typed. */
export function ChoosePassword({ email, names, submitLabel, save, onSaved }: ChoosePasswordProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const limits = limitsOf(useConfig())
  const common = useQuery(commonPasswordsQuery).data ?? null
  const fields = useFields({ password: '', password_repeat: '' })
  const intent = useIntent()
  const saving = useMutation({
    mutationFn: async (chosen: ChosenPassword) => save(chosen, await intent.keyFor(chosen)),
    onSuccess: (saved) => onSaved(saved.email),
    onError: (error) => {
      fields.setErrors(sortErrors(error, FIELDS).fields)
      focusFirstError()
    },
  })
  const { password, password_repeat: repeat } = fields.values
  const broken = brokenRules(password, { email, names, common, limits })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.reset()
    if (broken.length === 0 && password === repeat) return saving.mutate(fields.values)
    if (broken.length > 0) fields.setErrors({ password: t('password.notYet') })
    else fields.setErrors({ password_repeat: t('password.mismatch') })
    focusFirstError()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem error={sortErrors(saving.error, FIELDS).rest} />
        {/* Password managers file the new password under this address. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t('password.new')}
          autoComplete="new-password"
          {...fields.text('password')}
        />
        <PasswordRules broken={broken} started={password !== ''} limits={limits} />
        <PasswordInput
          label={t('password.repeat')}
          autoComplete="new-password"
          {...fields.text('password_repeat')}
        />
        <Button type="submit" size="md" loading={saving.isPending}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  )
}
