import { useSuspenseQuery } from '@tanstack/react-query'
import { customersSelf } from '@features/accounts/self/customers-self'
import { Preferences } from '@features/accounts/self/profile/Preferences'
import { Profile } from '@features/accounts/self/profile/Profile'
import { ReachPanel } from '@features/accounts/self/reach/ReachPanel'
import { keepPreferences, meQuery } from '@features/accounts/session/session'
import { AccountTabs } from './AccountTabs'

export function ProfilePage() {
  const { account } = useSuspenseQuery(meQuery).data
  return (
    <AccountTabs part="profile">
      <ReachPanel self={customersSelf} />
      <Profile />
      <Preferences key={account.language} account={account} save={keepPreferences} />
    </AccountTabs>
  )
}
