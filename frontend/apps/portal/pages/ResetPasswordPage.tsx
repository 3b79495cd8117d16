import { Group } from '@mantine/core'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { resetLink } from '@features/accounts/links/links'
import { PasswordByLink } from '@features/accounts/links/PasswordByLink'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'

export function ResetPasswordPage() {
  const { t } = useTranslation('accounts')
  const token = useLocation({ select: (location) => location.hash })
  const navigate = useNavigate()
  return (
    <PublicFrame>
      <PasswordByLink
        key={token}
        purpose="reset"
        token={token}
        link={resetLink}
        onDone={(email) =>
          void navigate({ to: '/sign-in', state: { email, note: 'passwordSet' }, replace: true })
        }
        wayOn={() => (
          <Group gap="xs">
            <ButtonLink to="/forgot-password">{t('link.askAgain')}</ButtonLink>
            <ButtonLink to="/sign-in" variant="default">
              {t('signIn.submit')}
            </ButtonLink>
          </Group>
        )}
      />
    </PublicFrame>
  )
}
