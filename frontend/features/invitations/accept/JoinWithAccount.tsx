import '@mantine/core/styles/PasswordInput.css'
import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useIntent } from '@shared/api/intent'
import { hasCode } from '@shared/api/problem'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { sortErrors } from '@shared/ui/form/server-errors'
import { useFields } from '@shared/ui/form/use-fields'
import { Notice } from '@shared/ui/Notice'
import { acceptWithAccount } from './accept'
import type { JoinProps } from './JoinAsNew'

const FIELDS = ['password']

/** COM-3, ACC-12: who has an account in no company shows that it is theirs. */
export function JoinWithAccount({ token, shown, onJoined, onChanged }: JoinProps) {
  const { t } = useTranslation(['users', 'accounts', 'common'])
  const intent = useIntent()
  const fields = useFields({ password: '' })
  const joining = useMutation({
    mutationFn: async () => {
      const body = { token, password: fields.values.password }
      return acceptWithAccount(body, await intent.keyFor(body))
    },
    onSuccess: ({ email }) => onJoined(email),
    onError: (error) => {
      if (hasCode(error, 'account_gone')) onChanged()
      fields.setErrors(sortErrors(error, FIELDS).fields)
      focusFirstError()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (fields.values.password) return joining.mutate()
    fields.setErrors({ password: t('common:field.required') })
    focusFirstError()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Notice tone="info">{t('accept.hasAccount', { email: shown.email })}</Notice>
        <FormProblem error={sortErrors(joining.error, FIELDS).rest} />
        <input type="email" autoComplete="username" value={shown.email} readOnly hidden />
        <PasswordInput
          label={t('accept.password')}
          autoComplete="current-password"
          {...fields.text('password')}
        />
        <Button type="submit" size="md" loading={joining.isPending}>
          {t('accept.join', { company: shown.company_name })}
        </Button>
      </Stack>
    </form>
  )
}
