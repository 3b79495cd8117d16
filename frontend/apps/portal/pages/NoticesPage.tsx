import { useSuspenseQuery } from '@tanstack/react-query'
import { customersSelf } from '@features/accounts/self/customers-self'
import { NoticeChoices } from '@features/accounts/self/notices/NoticeChoices'
import { meQuery } from '@features/accounts/session/session'
import { AccountTabs } from './AccountTabs'

export function NoticesPage() {
  const { account } = useSuspenseQuery(meQuery).data
  return (
    <AccountTabs part="notices">
      <NoticeChoices self={customersSelf} email={account.email} />
    </AccountTabs>
  )
}
