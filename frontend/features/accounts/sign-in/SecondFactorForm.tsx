import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignInAnswer } from '@shared/api/types'
import { PageHeader } from '@shared/ui/PageHeader'
import { SignInProblem } from './SignInProblem'

interface SecondFactorFormProps {
  confirm: (code: string) => Promise<SignInAnswer>
  onAnswer: (answer: SignInAnswer) => void
  onBack: () => void
}

export function SecondFactorForm({ confirm, onAnswer, onBack }: SecondFactorFormProps) {
  const { t } = useTranslation('accounts')
  const [code, setCode] = useState('')
  const proof = useMutation({ mutationFn: confirm, onSuccess: onAnswer })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    proof.mutate(code.replace(/\s/g, ''))
  }
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader title={t('secondFactor.title')} below={t('secondFactor.explain')} />
      <Stack gap="md">
        {proof.error ? <SignInProblem error={proof.error} /> : null}
        <TextInput
          label={t('secondFactor.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={16}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          data-autofocus
        />
        <Button type="submit" size="md" loading={proof.isPending} disabled={!code.trim()}>
          {t('secondFactor.submit')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('secondFactor.back')}
        </Button>
      </Stack>
    </form>
  )
}
