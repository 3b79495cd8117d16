import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { resetLink, staffInvitationLink } from '@features/accounts/links/links'
import { PasswordByLink } from '@features/accounts/links/PasswordByLink'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'

/** Behind the invitation's link: a password; the second factor comes at the first sign-in. */
export const JoinPage = () => <ByLink purpose="activate" />

export const ResetPasswordPage = () => <ByLink purpose="reset" />

function ByLink({ purpose }: { purpose: 'activate' | 'reset' }) {
  const { t } = useTranslation(['console', 'accounts'])
  const token = useLocation({ select: (location) => location.hash })
  const navigate = useNavigate()
  return (
    <PublicFrame app={t('app')}>
      <PasswordByLink
        key={token}
        purpose={purpose}
        token={token}
        link={purpose === 'activate' ? staffInvitationLink : resetLink}
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
