import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormProblem } from '@shared/ui/form/FormProblem'
import { PageHeader } from '@shared/ui/PageHeader'
import { askForReset } from './links'

/** The answer is the same whether or not the address has an account (ACC-6). */
export function ForgotPassword({ onAsked }: { onAsked: (email: string) => void }) {
  const { t } = useTranslation(['accounts', 'common'])
  const [email, setEmail] = useState('')
  const [missing, setMissing] = useState(false)
  const asking = useMutation({
    mutationFn: askForReset,
    onSuccess: (_answer, asked) => onAsked(asked),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(!email.trim())
    if (email.trim()) asking.mutate(email.trim())
  }
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader title={t('forgot.title')} below={t('forgot.explain')} />
      <Stack gap="md">
        <FormProblem error={asking.error} />
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={missing ? t('common:field.required') : undefined}
        />
        <Button type="submit" size="md" loading={asking.isPending}>
          {t('forgot.submit')}
        </Button>
      </Stack>
    </form>
  )
}
