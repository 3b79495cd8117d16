import { Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignInAnswer } from '@shared/api/types'
import { PageHeader } from '@shared/ui/PageHeader'
import { isOver, TooLate } from './over'
import { SignInProblem } from './SignInProblem'
import { SubmitButton } from './SubmitButton'
import { useWait } from './use-wait'

interface RecoveryCodeFormProps {
  confirm: (code: string) => Promise<SignInAnswer>
  onAnswer: (answer: SignInAnswer) => void
  onBack: () => void
}

export function RecoveryCodeForm({ confirm, onAnswer, onBack }: RecoveryCodeFormProps) {
  const { t } = useTranslation('accounts')
  const [code, setCode] = useState('')
  const wait = useWait()
  const proof = useMutation({ mutationFn: confirm, onSuccess: onAnswer, onError: wait.note })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() && wait.seconds === 0) proof.mutate(code)
  }
  if (isOver(proof.error)) return <TooLate onBack={onBack} />
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader title={t('secondFactor.title')} below={t('secondFactor.explainRecovery')} />
      <Stack gap="md">
        {proof.error ? (
          <SignInProblem error={proof.error} wrong={t('secondFactor.wrongRecovery')} />
        ) : null}
        <TextInput
          label={t('secondFactor.recoveryCode')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          size="lg"
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          // The page's only field, reached by pressing a button: typing goes on where it was.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        <SubmitButton label={t('secondFactor.submit')} busy={proof.isPending} wait={wait.seconds} />
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('secondFactor.back')}
        </Button>
      </Stack>
    </form>
  )
}
