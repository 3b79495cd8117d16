import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { isOver, TooLate } from './over'
import { SignInProblem } from './SignInProblem'

interface LostFactorProps {
  ask: (challenge: string) => Promise<unknown>
  challenge: string
  onBack: () => void
}

/** The slow way back: by mail, and after some days in which one can object. */
export function LostFactor({ ask, challenge, onBack }: LostFactorProps) {
  const { t } = useTranslation(['self', 'accounts'])
  const asking = useMutation({ mutationFn: () => ask(challenge) })
  if (isOver(asking.error)) return <TooLate onBack={onBack} />
  return (
    <>
      <PageHeader title={t('lostFactor.title')} />
      <Stack gap="md">
        {asking.error ? (
          <SignInProblem error={asking.error} wrong={t('accounts:signIn.wrong')} />
        ) : null}
        {asking.isSuccess ? (
          <Notice tone="success">{t('lostFactor.sent')}</Notice>
        ) : (
          <>
            <div>{t('lostFactor.explain')}</div>
            <Button size="md" loading={asking.isPending} onClick={() => asking.mutate()}>
              {t('lostFactor.ask')}
            </Button>
          </>
        )}
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('accounts:secondFactor.back')}
        </Button>
      </Stack>
    </>
  )
}
