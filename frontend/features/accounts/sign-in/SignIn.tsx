import { type ReactNode, useState } from 'react'
import type { SignInAnswer } from '@shared/api/types'
import { CredentialsForm } from './CredentialsForm'
import type { Door } from './doors'
import { SecondFactorForm } from './SecondFactorForm'

interface SignInProps {
  door: Door
  onSignedIn: () => void
  /** Known already, when a mailed link led here. */
  email?: string
  above?: ReactNode
  /** Ways on for those who can't sign in; customers have them, staff don't. */
  below?: ReactNode
}

/** E-mail and password; where the account has a second factor, its code after that. */
export function SignIn({ door, onSignedIn, email, above, below }: SignInProps) {
  const [challenge, setChallenge] = useState<string | null>(null)
  const proceed = (answer: SignInAnswer) => {
    if (answer.state === 'signed_in') onSignedIn()
    else setChallenge(answer.challenge ?? '')
  }
  if (challenge !== null)
    return (
      <SecondFactorForm
        confirm={(code) => door.confirm({ challenge, code })}
        onAnswer={proceed}
        onBack={() => setChallenge(null)}
      />
    )
  return (
    <>
      <CredentialsForm enter={door.enter} email={email} above={above} onAnswer={proceed} />
      {below}
    </>
  )
}
