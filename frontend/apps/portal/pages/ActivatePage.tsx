import { Group } from '@mantine/core'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { activationLink } from '@features/accounts/links/links'
import { PasswordByLink } from '@features/accounts/links/PasswordByLink'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'

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
            <ButtonLink to="/sign-in">{t('signIn.submit')}</ButtonLink>
            <ButtonLink to="/register" variant="default">
              {t('link.registerAgain')}
            </ButtonLink>
          </Group>
        )}
      />
    </PublicFrame>
  )
}
