import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SignInAnswer } from '@shared/api/types'
import { PageHeader } from '@shared/ui/PageHeader'
import { showPasskey, wasLeft } from '../passkeys/browser'
import type { Door } from './doors'
import { isOver, TooLate } from './over'
import { SignInProblem } from './SignInProblem'

interface SecondPasskeyProps {
  door: Door
  challenge: string
  onAnswer: (answer: SignInAnswer) => void
  onBack: () => void
}

export function SecondPasskey({ door, challenge, onAnswer, onBack }: SecondPasskeyProps) {
  const { t } = useTranslation('accounts')
  const showing = useMutation({
    mutationFn: async () => {
      const credential = await showPasskey(await door.secondPasskeys(challenge))
      return door.confirmByPasskey({ challenge, credential })
    },
    onSuccess: onAnswer,
  })
  if (isOver(showing.error)) return <TooLate onBack={onBack} />
  const failed = showing.error && !wasLeft(showing.error)
  return (
    <>
      <PageHeader title={t('secondFactor.title')} below={t('secondFactor.explainPasskey')} />
      <Stack gap="md">
        {failed ? <SignInProblem error={showing.error} wrong={t('signIn.passkeyWrong')} /> : null}
        <Button
          size="md"
          leftSection={<KeyRound size={16} aria-hidden />}
          loading={showing.isPending}
          onClick={() => showing.mutate()}
          data-autofocus
        >
          {t('secondFactor.usePasskey')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('secondFactor.back')}
        </Button>
      </Stack>
    </>
  )
}
