import { type ReactNode, useState } from 'react'
import type { SignInAnswer } from '@shared/api/types'
import { CredentialsForm } from './CredentialsForm'
import type { Door } from './doors'
import { PasskeySignIn } from './PasskeySignIn'
import { SecondStep } from './SecondStep'

interface SignInProps {
  door: Door
  onSignedIn: () => void
  /** Known already, when a mailed link led here. */
  email?: string
  above?: ReactNode
  /** Ways on for those who can't sign in; customers have them, staff don't. */
  below?: ReactNode
}

/** E-mail and password, then the second factor where there is one; or a passkey alone. */
export function SignIn({ door, onSignedIn, email, above, below }: SignInProps) {
  const [asked, setAsked] = useState<SignInAnswer | null>(null)
  const proceed = (answer: SignInAnswer) => {
    if (answer.state === 'signed_in') onSignedIn()
    else setAsked(answer)
  }
  if (asked)
    return <SecondStep door={door} asked={asked} onAnswer={proceed} onBack={() => setAsked(null)} />
  return (
    <>
      <CredentialsForm enter={door.enter} email={email} above={above} onAnswer={proceed} />
      <PasskeySignIn door={door} onAnswer={proceed} />
      {below}
    </>
  )
}
