import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AccountMenu } from '@features/accounts/session/AccountMenu'
import { signOutStaff, staffMeQuery } from '@features/accounts/session/session'
import { AppFrame } from '@shared/ui/frame/AppFrame'
import { Brand } from '@shared/ui/frame/Brand'

export function ConsoleFrame() {
  const { t } = useTranslation('console')
  const { account, role } = useSuspenseQuery(staffMeQuery).data
  const leave = useLeave()
  return (
    <AppFrame
      wide
      brand={
        <Link to="/queue/$queue" params={{ queue: 'unassigned' }}>
          <Brand app={t('app')} />
        </Link>
      }
      nav={
        <Link to="/queue/$queue" params={{ queue: 'unassigned' }}>
          {t('nav.queues')}
        </Link>
      }
      account={
        <AccountMenu
          name={`${account.first_name} ${account.last_name}`}
          email={account.email}
          belongsTo={t(`role.${role}`)}
          onSignOut={leave}
        />
      }
    >
      <Outlet />
    </AppFrame>
  )
}

function useLeave() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return () => {
    void signOutStaff()
      .catch(() => undefined)
      .then(() => navigate({ to: '/sign-in', search: {} }))
      .then(() => queryClient.clear())
  }
}
