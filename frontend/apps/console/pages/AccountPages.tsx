import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeChoices } from '@features/accounts/self/notices/NoticeChoices'
import { Preferences } from '@features/accounts/self/profile/Preferences'
import { ReachPanel } from '@features/accounts/self/reach/ReachPanel'
import { Factors } from '@features/accounts/self/security/Factors'
import { OwnPassword } from '@features/accounts/self/security/OwnPassword'
import { Sessions } from '@features/accounts/self/security/Sessions'
import { staffSelf } from '@features/accounts/self/staff-self'
import { SelfTabs } from '@features/accounts/self/SelfTabs'
import { keepStaffsPreferences, staffMeQuery } from '@features/accounts/session/session'
import { Facts } from '@shared/ui/Facts'
import { Panel } from '@shared/ui/Panel'

export function ProfilePage() {
  const { t } = useTranslation(['self', 'accounts', 'console'])
  const { account, role } = useSuspenseQuery(staffMeQuery).data
  const facts: [string, string][] = [
    [t('profile.name'), `${account.first_name} ${account.last_name}`],
    [t('accounts:signIn.email'), account.email],
    [t('profile.role'), t(`console:role.${role}`)],
  ]
  return (
    <Tabs part="profile">
      <Panel title={t('profile.title')}>
        <Facts facts={facts} />
      </Panel>
      <Preferences key={account.language} account={account} save={keepStaffsPreferences} />
    </Tabs>
  )
}

export function SecurityPage() {
  const { account } = useSuspenseQuery(staffMeQuery).data
  return (
    <Tabs part="security">
      <Factors self={staffSelf} />
      <Sessions self={staffSelf} />
      <OwnPassword self={staffSelf} email={account.email} />
    </Tabs>
  )
}

export function NoticesPage() {
  const { account } = useSuspenseQuery(staffMeQuery).data
  return (
    <Tabs part="notices">
      <ReachPanel self={staffSelf} />
      <NoticeChoices self={staffSelf} email={account.email} />
    </Tabs>
  )
}

function Tabs({
  part,
  children,
}: {
  part: 'profile' | 'security' | 'notices'
  children: ReactNode
}) {
  const { t } = useTranslation('self')
  return (
    <SelfTabs
      part={part}
      links={
        <>
          <Link to="/account/profile">{t('tab.profile')}</Link>
          <Link to="/account/security">{t('tab.security')}</Link>
          <Link to="/account/notices">{t('tab.notices')}</Link>
        </>
      }
    >
      {children}
    </SelfTabs>
  )
}
