import '@mantine/core/styles/PasswordInput.css'
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SignInAnswer } from '@shared/api/types'
import { PageHeader } from '@shared/ui/PageHeader'
import type { Door } from './doors'
import { SignInProblem } from './SignInProblem'

interface CredentialsFormProps {
  enter: Door['enter']
  onAnswer: (answer: SignInAnswer) => void
}

export function CredentialsForm({ enter, onAnswer }: CredentialsFormProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() ? null : t('common:field.required')),
      password: (value) => (value ? null : t('common:field.required')),
    },
  })
  const signIn = useMutation({ mutationFn: enter, onSuccess: onAnswer })
  const submit = form.onSubmit(({ email, password }) =>
    signIn.mutate({ email: email.trim(), password }),
  )
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader title={t('signIn.title')} />
      <Stack gap="md">
        {signIn.error ? <SignInProblem error={signIn.error} /> : null}
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
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  )
}
