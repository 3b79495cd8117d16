import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { StaffsReachBanner } from '@features/accounts/self/reach/late-banner'
import { AccountMenu } from '@features/accounts/session/AccountMenu'
import { useLeave } from '@features/accounts/session/leave'
import {
  keepStaffsPreferences,
  signOutStaff,
  staffMeQuery,
} from '@features/accounts/session/session'
import { useKeepLanguage } from '@features/accounts/session/use-keep-language'
import { Keyboard } from '@features/console/keyboard/Keyboard'
import { FindByNumber } from '@features/console/queue/FindByNumber'
import { AppFrame } from '@shared/ui/frame/AppFrame'
import { Brand } from '@shared/ui/frame/Brand'
import { ConsoleShortcuts } from './ConsoleShortcuts'
import { Places } from './Places'

export function ConsoleFrame() {
  const { t } = useTranslation(['console', 'accounts'])
  const { account, role } = useSuspenseQuery(staffMeQuery).data
  const navigate = useNavigate()
  const leave = useLeave()
  const keep = useKeepLanguage(account, keepStaffsPreferences)
  // There the page itself says it, and more.
  const told = useLocation({ select: ({ pathname }) => pathname === '/account/notices' })
  return (
    <Keyboard>
      <AppFrame
        wide
        brand={
          <Link to="/queue/$queue" params={{ queue: 'unassigned' }}>
            <Brand app={t('app')} />
          </Link>
        }
        nav={<Places />}
        account={
          <>
            <FindByNumber
              onFound={(id) => void navigate({ to: '/requests/$id', params: { id } })}
            />
            <ConsoleShortcuts />
            <AccountMenu
              name={`${account.first_name} ${account.last_name}`}
              email={account.email}
              belongsTo={t(`role.${role}`)}
              links={
                <>
                  <Link to="/account/profile">{t('accounts:menu.profile')}</Link>
                  <Link to="/account/security">{t('accounts:menu.security')}</Link>
                  <Link to="/account/notices">{t('accounts:menu.notices')}</Link>
                </>
              }
              onSignOut={() => leave(signOutStaff)}
            />
          </>
        }
        onLanguage={keep}
      >
        <Suspense>
          {told ? null : (
            <StaffsReachBanner wayOn={(words) => <Link to="/account/notices">{words}</Link>} />
          )}
        </Suspense>
        <Outlet />
      </AppFrame>
    </Keyboard>
  )
}
