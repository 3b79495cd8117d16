import { Button, Group } from '@mantine/core'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { resetLink } from '@features/accounts/links/links'
import { PasswordByLink } from '@features/accounts/links/PasswordByLink'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'

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
            <Button component={Link} to="/forgot-password">
              {t('link.askAgain')}
            </Button>
            <Button component={Link} to="/sign-in" variant="default">
              {t('signIn.submit')}
            </Button>
          </Group>
        )}
      />
    </PublicFrame>
  )
}
