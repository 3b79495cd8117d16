import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { resetLink } from '@features/accounts/links/links'
import { PasswordByLink } from '@features/accounts/links/PasswordByLink'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'

export function ResetPasswordPage() {
  const { t } = useTranslation(['console', 'accounts'])
  const token = useLocation({ select: (location) => location.hash })
  const navigate = useNavigate()
  return (
    <PublicFrame app={t('app')}>
      <PasswordByLink
        key={token}
        purpose="reset"
        token={token}
        link={resetLink}
        onDone={() => void navigate({ to: '/sign-in', search: {}, replace: true })}
        wayOn={() => (
          <ButtonLink to="/sign-in" variant="default">
            {t('accounts:signIn.submit')}
          </ButtonLink>
        )}
      />
    </PublicFrame>
  )
}
