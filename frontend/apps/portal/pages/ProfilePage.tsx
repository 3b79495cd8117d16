import { Profile } from '@features/accounts/self/profile/Profile'
import { AccountTabs } from './AccountTabs'

export function ProfilePage() {
  return (
    <AccountTabs part="profile">
      <Profile />
    </AccountTabs>
  )
}
