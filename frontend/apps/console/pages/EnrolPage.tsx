import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Enrol } from '@features/accounts/self/security/Enrol'
import { staffSelf } from '@features/accounts/self/staff-self'
import { useLeave } from '@features/accounts/session/leave'
import { signOutStaff } from '@features/accounts/session/session'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'

export function EnrolPage() {
  const { t } = useTranslation('console')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const leave = useLeave()
  const enter = async () => {
    queryClient.removeQueries({ queryKey: ['staff-me'] })
    await navigate({ to: '/', replace: true })
  }
  return (
    <PublicFrame app={t('app')}>
      <Enrol
        self={staffSelf}
        onDone={() => void enter()}
        onLeave={() => void leave(signOutStaff)}
      />
    </PublicFrame>
  )
}
