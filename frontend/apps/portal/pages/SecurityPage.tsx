import { useSuspenseQuery } from '@tanstack/react-query'
import { customersSelf } from '@features/accounts/self/customers-self'
import { Factors } from '@features/accounts/self/security/Factors'
import { OwnPassword } from '@features/accounts/self/security/OwnPassword'
import { Sessions } from '@features/accounts/self/security/Sessions'
import { meQuery } from '@features/accounts/session/session'
import { AccountTabs } from './AccountTabs'

export function SecurityPage() {
  const { account } = useSuspenseQuery(meQuery).data
  return (
    <AccountTabs part="security">
      <Factors self={customersSelf} />
      <Sessions self={customersSelf} />
      <OwnPassword self={customersSelf} email={account.email} />
    </AccountTabs>
  )
}
