import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { KeepFactorLink, LostFactorLink } from '@features/accounts/lost-factor/LostFactorLink'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'

export function LostFactorPage() {
  const token = useLocation({ select: (location) => location.hash })
  return (
    <PublicFrame>
      <LostFactorLink key={token} token={token} wayOn={<ToSignIn />} />
    </PublicFrame>
  )
}

export function KeepFactorPage() {
  const token = useLocation({ select: (location) => location.hash })
  return (
    <PublicFrame>
      <KeepFactorLink key={token} token={token} wayOn={<ToSignIn />} />
    </PublicFrame>
  )
}

function ToSignIn() {
  const { t } = useTranslation('accounts')
  return (
    <ButtonLink to="/sign-in" variant="default">
      {t('signIn.submit')}
    </ButtonLink>
  )
}
