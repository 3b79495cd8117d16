import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Factors } from '@features/accounts/self/security/Factors'
import { OwnPassword } from '@features/accounts/self/security/OwnPassword'
import { Sessions } from '@features/accounts/self/security/Sessions'
import { customersSelf } from '@features/accounts/self/self-api'
import { meQuery } from '@features/accounts/session/session'
import { AccountTabs } from './AccountTabs'

export function SecurityPage() {
  const { account } = useSuspenseQuery(meQuery).data
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await navigate({ to: '/sign-in', search: {} })
    queryClient.clear()
  }
  return (
    <AccountTabs part="security">
      <Factors self={customersSelf} />
      <Sessions self={customersSelf} onOut={() => void leave()} />
      <OwnPassword self={customersSelf} email={account.email} />
    </AccountTabs>
  )
}
