import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountMenu } from '@features/accounts/session/AccountMenu'
import { keepStaffsPreferences, staffMeQuery } from '@features/accounts/session/session'
import { Keyboard } from '@features/console/keyboard/Keyboard'
import { FindByNumber } from '@features/console/queue/FindByNumber'
import { addTexts } from '@shared/i18n/start'
import { AppFrame } from '@shared/ui/frame/AppFrame'
import { Brand } from '@shared/ui/frame/Brand'
import { ConsoleShortcuts } from './ConsoleShortcuts'
import { Places } from './Places'
import { useLeave } from './use-leave'

const ReachBanner = lazy(async () => {
  const [{ ReachBanner }, { staffSelf }] = await Promise.all([
    import('@features/accounts/self/reach/ReachBanner'),
    import('@features/accounts/self/self-api'),
    addTexts('reach'),
  ])
  const wayOn = (words: string) => <Link to="/account/notices">{words}</Link>
  const Elsewhere = () => {
    // There the page itself says it, and more.
    const there = useLocation({ select: ({ pathname }) => pathname === '/account/notices' })
    return there ? null : <ReachBanner self={staffSelf} wayOn={wayOn} />
  }
  return { default: Elsewhere }
})

export function ConsoleFrame() {
  const { t } = useTranslation(['console', 'accounts'])
  const { account, role } = useSuspenseQuery(staffMeQuery).data
  const navigate = useNavigate()
  const leave = useLeave()
  const keep = useKeepLanguage()
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
              onSignOut={leave}
            />
          </>
        }
        onLanguage={keep}
      >
        <Suspense>
          <ReachBanner />
        </Suspense>
        <Outlet />
      </AppFrame>
    </Keyboard>
  )
}

/** What the server words itself comes again in the new language. */
function useKeepLanguage() {
  const queryClient = useQueryClient()
  const { zone } = useSuspenseQuery(staffMeQuery).data.account
  return (language: string) => {
    // The choice already holds in this browser; if the account misses it, nothing is lost.
    void keepStaffsPreferences({ language, zone })
      .catch(() => undefined)
      .then(() => queryClient.invalidateQueries())
  }
}
