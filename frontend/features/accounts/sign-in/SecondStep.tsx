import { Button, Stack } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SignInAnswer } from '@shared/api/types'
import { addTexts } from '@shared/i18n/start'
import { Loading } from '@shared/ui/Loading'
import { knowsPasskeys } from '../passkeys/browser'
import type { Door } from './doors'
import { RecoveryCodeForm } from './RecoveryCodeForm'
import { SecondFactorForm } from './SecondFactorForm'
import { SecondPasskey } from './SecondPasskey'

// With its words, which no other page of the sign-in needs.
const LostFactor = lazy(async () => {
  await addTexts('self')
  return { default: (await import('./LostFactor')).LostFactor }
})

interface SecondStepProps {
  door: Door
  /** What the first step answered: its challenge, and what the account has. */
  asked: SignInAnswer
  onAnswer: (answer: SignInAnswer) => void
  onBack: () => void
}

type Way = 'code' | 'passkey' | 'recovery' | 'lost'

/** The second factor: the one they have, and the ways on when it is not at hand. */
export function SecondStep({ door, asked, onAnswer, onBack }: SecondStepProps) {
  const { t } = useTranslation('accounts')
  const challenge = asked.challenge ?? ''
  const passkeys = Boolean(asked.passkeys) && knowsPasskeys()
  const [way, setWay] = useState<Way>(
    passkeys ? 'passkey' : asked.authenticator ? 'code' : 'recovery',
  )
  const others: Way[] = [
    ...(passkeys ? (['passkey'] as const) : []),
    ...(asked.authenticator ? (['code'] as const) : []),
    'recovery' as const,
    ...(door.lost ? (['lost'] as const) : []),
  ]
  return (
    <>
      {way === 'code' ? (
        <SecondFactorForm
          confirm={(code) => door.confirm({ challenge, code })}
          onAnswer={onAnswer}
          onBack={onBack}
        />
      ) : null}
      {way === 'passkey' ? (
        <SecondPasskey door={door} challenge={challenge} onAnswer={onAnswer} onBack={onBack} />
      ) : null}
      {way === 'recovery' ? (
        <RecoveryCodeForm
          confirm={(code) => door.confirmByRecovery({ challenge, code })}
          onAnswer={onAnswer}
          onBack={onBack}
        />
      ) : null}
      {way === 'lost' && door.lost ? (
        <Suspense fallback={<Loading />}>
          <LostFactor ask={door.lost} challenge={challenge} onBack={onBack} />
        </Suspense>
      ) : (
        <Stack gap={0} mt="md" align="flex-start">
          {others
            .filter((other) => other !== way)
            .map((other) => (
              <Button key={other} variant="subtle" size="compact-sm" onClick={() => setWay(other)}>
                {t(`secondFactor.instead.${other}`)}
              </Button>
            ))}
        </Stack>
      )}
    </>
  )
}
