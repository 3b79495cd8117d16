import '@mantine/core/styles/PasswordInput.css'
import { Button, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { useIntent } from '@shared/api/intent'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { useServerErrors } from '@shared/ui/form/use-server-errors'
import { commonPasswordsQuery } from './common-passwords'
import { PasswordRules } from './PasswordRules'
import { brokenRules } from './rules'

const MAX_LENGTH = 256

export interface ChosenPassword {
  password: string
  password_repeat: string
}

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
  const minLength = useConfig().password.min_length
  const common = useQuery(commonPasswordsQuery).data ?? null
  const form = useForm<ChosenPassword>({ initialValues: { password: '', password_repeat: '' } })
  const intent = useIntent()
  const saving = useMutation({
    mutationFn: async (chosen: ChosenPassword) => save(chosen, await intent.keyFor(chosen)),
    onSuccess: (saved) => onSaved(saved.email),
  })
  const errors = useServerErrors(form, saving.error)
  const { password, password_repeat: repeat } = form.values
  const broken = brokenRules(password, { email, names, common, minLength, maxLength: MAX_LENGTH })
  const submit = form.onSubmit((chosen) => {
    if (broken.length > 0) form.setFieldError('password', t('password.notYet'))
    else if (password !== repeat) form.setFieldError('password_repeat', t('password.mismatch'))
    else saving.mutate(chosen)
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormProblem error={errors.rest} />
        {/* Password managers file the new password under this address. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t('password.new')}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <PasswordRules broken={broken} started={password !== ''} minLength={minLength} />
        <PasswordInput
          label={t('password.repeat')}
          autoComplete="new-password"
          {...form.getInputProps('password_repeat')}
        />
        <Button type="submit" size="md" loading={saving.isPending}>
          {submitLabel}
        </Button>
      </Stack>
    </form>
  )
}
