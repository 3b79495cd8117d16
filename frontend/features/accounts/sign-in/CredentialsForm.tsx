import '@mantine/core/styles/PasswordInput.css'
import { PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignInAnswer } from '@shared/api/types'
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
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email, password: '' },
    validate: {
      email: (value) => (value.trim() ? null : t('common:field.required')),
      password: (value) => (value ? null : t('common:field.required')),
    },
  })
  const wait = useWait()
  const signIn = useMutation({ mutationFn: enter, onSuccess: onAnswer, onError: wait.note })
  const submit = form.onSubmit((typed) =>
    signIn.mutate({ email: typed.email.trim(), password: typed.password }),
  )
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader title={t('signIn.title')} />
      <Stack gap="md">
        {signIn.error ? <SignInProblem error={signIn.error} /> : above}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        <SubmitButton label={t('signIn.submit')} busy={signIn.isPending} wait={wait.seconds} />
      </Stack>
    </form>
  )
}
