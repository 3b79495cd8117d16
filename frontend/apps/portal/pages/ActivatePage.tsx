import { Button, Group } from '@mantine/core'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { activationLink } from '@features/accounts/links/links'
import { PasswordByLink } from '@features/accounts/links/PasswordByLink'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'

export function ActivatePage() {
  const { t } = useTranslation('accounts')
  const token = useLocation({ select: (location) => location.hash })
  const navigate = useNavigate()
  return (
    <PublicFrame>
      <PasswordByLink
        key={token}
        purpose="activate"
        token={token}
        link={activationLink}
        onDone={(email) =>
          void navigate({ to: '/sign-in', state: { email, note: 'activated' }, replace: true })
        }
        wayOn={() => (
          <Group gap="xs">
            <Button component={Link} to="/sign-in">
              {t('signIn.submit')}
            </Button>
            <Button component={Link} to="/register" variant="default">
              {t('link.registerAgain')}
            </Button>
          </Group>
        )}
      />
    </PublicFrame>
  )
}
