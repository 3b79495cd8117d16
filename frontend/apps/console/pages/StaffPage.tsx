import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { staffMeQuery } from '@features/accounts/session/session'
import { InviteColleague } from '@features/console/staff/InviteColleague'
import { StaffList } from '@features/console/staff/StaffList'
import { PageHeader } from '@shared/ui/PageHeader'

export function StaffPage() {
  const { t } = useTranslation('staff')
  const { account, role } = useSuspenseQuery(staffMeQuery).data
  const supervisor = role === 'supervisor'
  return (
    <>
      <PageHeader
        title={t('title')}
        below={t(supervisor ? 'introSupervisor' : 'intro')}
        actions={supervisor ? <InviteColleague /> : undefined}
      />
      <StaffList me={account.id} supervisor={supervisor} />
    </>
  )
}
