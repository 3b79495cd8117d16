import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SignInAnswer } from '@shared/api/types'
import { knowsPasskeys, showPasskey, wasLeft } from '../passkeys/browser'
import type { Door } from './doors'
import { SignInProblem } from './SignInProblem'

interface PasskeySignInProps {
  door: Door
  onAnswer: (answer: SignInAnswer) => void
}

/** Whichever passkey of this site the browser has; it takes the place of address and password. */
export function PasskeySignIn({ door, onAnswer }: PasskeySignInProps) {
  const { t } = useTranslation('accounts')
  const entering = useMutation({
    mutationFn: async () => {
      const offer = await door.anyPasskey()
      const credential = await showPasskey(offer)
      return door.enterByPasskey({ challenge: offer.token, credential })
    },
    onSuccess: onAnswer,
  })
  if (!knowsPasskeys()) return null
  const failed = entering.error && !wasLeft(entering.error)
  return (
    <Stack gap="sm" mt="sm">
      {failed ? <SignInProblem error={entering.error} wrong={t('signIn.passkeyWrong')} /> : null}
      <Button
        variant="default"
        size="md"
        leftSection={<KeyRound size={16} aria-hidden />}
        loading={entering.isPending}
        onClick={() => entering.mutate()}
      >
        {t('signIn.passkey')}
      </Button>
    </Stack>
  )
}
