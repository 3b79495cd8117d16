import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeChoices } from '@features/accounts/self/notices/NoticeChoices'
import { ReachPanel } from '@features/accounts/self/reach/ReachPanel'
import { Factors } from '@features/accounts/self/security/Factors'
import { OwnPassword } from '@features/accounts/self/security/OwnPassword'
import { Sessions } from '@features/accounts/self/security/Sessions'
import { staffSelf } from '@features/accounts/self/self-api'
import { SelfTabs } from '@features/accounts/self/SelfTabs'
import { staffMeQuery } from '@features/accounts/session/session'

export function SecurityPage() {
  const { account } = useSuspenseQuery(staffMeQuery).data
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await navigate({ to: '/sign-in', search: {} })
    queryClient.clear()
  }
  return (
    <Tabs part="security">
      <Factors self={staffSelf} />
      <Sessions self={staffSelf} onOut={() => void leave()} />
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

function Tabs({ part, children }: { part: 'security' | 'notices'; children: ReactNode }) {
  const { t } = useTranslation('self')
  return (
    <SelfTabs
      part={part}
      links={
        <>
          <Link to="/account/security">{t('tab.security')}</Link>
          <Link to="/account/notices">{t('tab.notices')}</Link>
        </>
      }
    >
      {children}
    </SelfTabs>
  )
}
