import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { AccountMenu } from '@features/accounts/session/AccountMenu'
import { leaveSession } from '@features/accounts/session/leave'
import { mayThey } from '@features/accounts/session/rights'
import { keepPreferences, meQuery, signOut } from '@features/accounts/session/session'
import { addTexts } from '@shared/i18n/start'
import { AppFrame } from '@shared/ui/frame/AppFrame'
import { Brand } from '@shared/ui/frame/Brand'
import { CompanyNotices } from './CompanyNotices'

const CompanyLogo = lazy(async () => ({
  default: (await import('@features/journeys/CompanyLogo')).CompanyLogo,
}))

const ReachBanner = lazy(async () => {
  const [{ ReachBanner }, { customersSelf }] = await Promise.all([
    import('@features/accounts/self/reach/ReachBanner'),
    import('@features/accounts/self/self-api'),
    addTexts('reach'),
  ])
  const wayOn = (words: string) => <Link to="/account/profile">{words}</Link>
  const Elsewhere = () => {
    // There the page itself says it, and more.
    const there = useLocation({ select: ({ pathname }) => pathname === '/account/profile' })
    return there ? null : <ReachBanner self={customersSelf} wayOn={wayOn} />
  }
  return { default: Elsewhere }
})

export function PortalFrame() {
  const { t } = useTranslation(['common', 'accounts', 'tickets', 'licenses'])
  const me = useSuspenseQuery(meQuery).data
  const { account, company } = me
  const leave = useLeave()
  const keep = useKeepLanguage()
  return (
    <AppFrame
      brand={
        <Link to="/requests">
          <Brand />
        </Link>
      }
      nav={
        company ? (
          <>
            <Link to="/requests">{t('tickets:nav.requests')}</Link>
            <Link to="/licenses">{t('licenses:nav.licenses')}</Link>
            {mayThey(me, 'manage_users') || mayThey(me, 'invite_users') ? (
              <Link to="/users">{t('accounts:nav.users')}</Link>
            ) : null}
            <Link to="/company">{t('accounts:nav.company')}</Link>
          </>
        ) : null
      }
      account={
        <>
          {company?.logo ? (
            <Suspense>
              <CompanyLogo version={company.logo} name={company.name} />
            </Suspense>
          ) : null}
          <AccountMenu
            name={`${account.first_name} ${account.last_name}`}
            email={account.email}
            belongsTo={company?.name ?? t('accounts:menu.noCompany')}
            links={
              <>
                <Link to="/account/profile">{t('accounts:menu.profile')}</Link>
                <Link to="/account/security">{t('accounts:menu.security')}</Link>
                <Link to="/account/notices">{t('accounts:menu.notices')}</Link>
                <Link to="/account/data">{t('accounts:menu.data')}</Link>
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
      <CompanyNotices me={me} />
      <Outlet />
    </AppFrame>
  )
}

function useLeave() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return async () => {
    await leaveSession(signOut)
    await navigate({ to: '/sign-in', search: {} })
    // Only now: the page that was left still showed what is in it.
    queryClient.clear()
  }
}

/** What the server words itself comes again in the new language. */
function useKeepLanguage() {
  const queryClient = useQueryClient()
  const { zone } = useSuspenseQuery(meQuery).data.account
  return (language: string) => {
    // The choice already holds in this browser; if the account misses it, nothing is lost.
    void keepPreferences({ language, zone })
      .catch(() => undefined)
      .then(() => queryClient.invalidateQueries())
  }
}
