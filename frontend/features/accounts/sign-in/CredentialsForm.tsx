import '@mantine/core/styles/PasswordInput.css'
import { PasswordInput, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignInAnswer } from '@shared/api/types'
import { useFields } from '@shared/ui/form/use-fields'
import { focusFirstError } from '@shared/ui/form/focus-first-error'
import { PageHeader } from '@shared/ui/PageHeader'
import type { Door } from './doors'
import { SignInProblem } from './SignInProblem'
import { SubmitButton } from './SubmitButton'
import { useWait } from './use-wait'

interface CredentialsFormProps {
  enter: Door['enter']
  email?: string
  above?: ReactNode
  onAnswer: (answer: SignInAnswer) => void
}

export function CredentialsForm({ enter, email = '', above, onAnswer }: CredentialsFormProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const fields = useFields({ email, password: '' })
  const wait = useWait()
  const signIn = useMutation({ mutationFn: enter, onSuccess: onAnswer, onError: wait.note })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { password } = fields.values
    const typed = { email: fields.values.email.trim(), password }
    if (typed.email && password) return signIn.mutate(typed)
    const missing = t('common:field.required')
    fields.setErrors({
      email: typed.email ? undefined : missing,
      password: password ? undefined : missing,
    })
    focusFirstError()
  }
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader title={t('signIn.title')} />
      <Stack gap="md">
        {signIn.error ? <SignInProblem error={signIn.error} wrong={t('signIn.wrong')} /> : above}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          {...fields.text('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          {...fields.text('password')}
        />
        <SubmitButton label={t('signIn.submit')} busy={signIn.isPending} wait={wait.seconds} />
      </Stack>
    </form>
  )
}
