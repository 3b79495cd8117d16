import { Profile } from '@features/accounts/self/profile/Profile'
import { ReachPanel } from '@features/accounts/self/reach/ReachPanel'
import { customersSelf } from '@features/accounts/self/self-api'
import { AccountTabs } from './AccountTabs'

export function ProfilePage() {
  return (
    <AccountTabs part="profile">
      <ReachPanel self={customersSelf} />
      <Profile />
    </AccountTabs>
  )
}
