import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { CustomersReachBanner } from '@features/accounts/self/reach/late-banner'
import { AccountMenu } from '@features/accounts/session/AccountMenu'
import { useLeave } from '@features/accounts/session/leave'
import { mayThey } from '@features/accounts/session/rights'
import { keepPreferences, meQuery, signOut } from '@features/accounts/session/session'
import { useKeepLanguage } from '@features/accounts/session/use-keep-language'
import type { Me } from '@shared/api/types'
import { AppFrame } from '@shared/ui/frame/AppFrame'
import { Brand } from '@shared/ui/frame/Brand'
import { CompanyNotices } from './CompanyNotices'

const CompanyLogo = lazy(async () => ({
  default: (await import('@features/journeys/CompanyLogo')).CompanyLogo,
}))

export function PortalFrame() {
  const { t } = useTranslation(['common', 'accounts'])
  const me = useSuspenseQuery(meQuery).data
  const { account, company } = me
  const leave = useLeave()
  const keep = useKeepLanguage(account, keepPreferences)
  // There the page itself says it, and more.
  const told = useLocation({ select: ({ pathname }) => pathname === '/account/profile' })
  return (
    <AppFrame
      brand={
        <Link to="/requests">
          <Brand />
        </Link>
      }
      nav={company ? <Places me={me} /> : null}
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
            onSignOut={() => leave(signOut)}
          />
        </>
      }
      onLanguage={keep}
    >
      <Suspense>
        {told ? null : (
          <CustomersReachBanner wayOn={(words) => <Link to="/account/profile">{words}</Link>} />
        )}
      </Suspense>
      <CompanyNotices me={me} />
      <Outlet />
    </AppFrame>
  )
}

function Places({ me }: { me: Me }) {
  const { t } = useTranslation(['accounts', 'tickets', 'licenses'])
  return (
    <>
      <Link to="/requests">{t('tickets:nav.requests')}</Link>
      <Link to="/licenses">{t('licenses:nav.licenses')}</Link>
      {mayThey(me, 'manage_users') || mayThey(me, 'invite_users') ? (
        <Link to="/users">{t('accounts:nav.users')}</Link>
      ) : null}
      <Link to="/company">{t('accounts:nav.company')}</Link>
    </>
  )
}
