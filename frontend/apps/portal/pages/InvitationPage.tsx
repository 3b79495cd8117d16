import { Group } from '@mantine/core'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AcceptInvitation } from '@features/invitations/accept/AcceptInvitation'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'

export function InvitationPage() {
  const { t } = useTranslation('accounts')
  const token = useLocation({ select: (location) => location.hash })
  const navigate = useNavigate()
  return (
    <PublicFrame>
      <AcceptInvitation
        key={token}
        token={token}
        onJoined={(email) =>
          void navigate({ to: '/sign-in', state: { email, note: 'activated' }, replace: true })
        }
        wayOn={
          <Group gap="xs">
            <ButtonLink to="/sign-in">{t('signIn.submit')}</ButtonLink>
          </Group>
        }
      />
    </PublicFrame>
  )
}
