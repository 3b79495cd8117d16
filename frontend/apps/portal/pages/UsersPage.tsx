import { Button } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Download, UserPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayThey } from '@features/accounts/session/rights'
import { meQuery } from '@features/accounts/session/session'
import { companyQuery } from '@features/companies/company'
import { exportUsers } from '@features/companies/users/export-users'
import type { UserFilters } from '@features/companies/users/filters'
import { UserFilterBar } from '@features/companies/users/UserFilterBar'
import { UserList } from '@features/companies/users/UserList'
import { InvitationList } from '@features/invitations/list/InvitationList'
import type { Company, Me } from '@shared/api/types'
import { saveFile } from '@shared/files'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { useStillHere } from '@shared/ui/use-still-here'
import { Problem } from '@shared/ui/Problem'

const route = getRouteApi('/signed-in/users')
const InvitePeople = lazy(async () => ({
  default: (await import('@features/invitations/invite/InvitePeople')).InvitePeople,
}))

export function UsersPage() {
  const { t } = useTranslation(['accounts', 'users'])
  const me = useSuspenseQuery(meQuery).data
  const may = useRights(me)
  if (!may.manage && !may.invite)
    return (
      <>
        <PageHeader title={t('nav.users')} />
        <Notice tone="warning" title={t(may.had ? 'users:taken.title' : 'users:noRight.title')}>
          {t(may.had ? 'users:taken.all' : 'users:noRight.detail')}
        </Notice>
      </>
    )
  return <People me={me} may={may} />
}

/** What the person may now, and whether they could do more when they came here (COM-2). */
function useRights(me: Me) {
  const manage = mayThey(me, 'manage_users')
  const invite = mayThey(me, 'invite_users')
  const [before] = useState({ manage, invite })
  return {
    manage,
    invite,
    had: before.manage || before.invite,
    lostManage: before.manage && !manage,
    lostInvite: before.invite && !invite,
  }
}

function People({ me, may }: { me: Me; may: ReturnType<typeof useRights> }) {
  const { t } = useTranslation(['accounts', 'users'])
  const company = useSuspenseQuery(companyQuery).data
  const filters = route.useSearch()
  const navigate = useNavigate()
  const stillHere = useStillHere()
  const filterBy = (search: UserFilters) => {
    if (!stillHere()) return
    void navigate({ to: '/users', search, replace: true, resetScroll: false })
  }
  const inviting = useInviting(me, company, may.invite)
  return (
    <>
      <PageHeader
        title={t('nav.users')}
        actions={
          <>
            {may.manage ? <ExportButton company={company} filters={filters} /> : null}
            {inviting.button}
          </>
        }
      />
      {may.lostManage || may.lostInvite ? (
        <div style={{ marginBottom: '1rem' }}>
          <Notice tone="warning" title={t('users:taken.title')}>
            {t(may.lostManage ? 'users:taken.manage' : 'users:taken.invite')}
          </Notice>
        </div>
      ) : null}
      {may.invite ? <InvitationList /> : null}
      {may.manage ? (
        <>
          <UserFilterBar
            filters={filters}
            branches={me.scope ? [] : company.branches}
            onChange={filterBy}
          />
          <UserList
            me={me}
            company={company}
            filters={filters}
            invite={inviting.button}
            onClearFilters={() => filterBy({})}
          />
        </>
      ) : null}
      {inviting.dialog}
    </>
  )
}

/** The button and the dialog it opens; nothing for those without the right. */
function useInviting(me: Me, company: Company, may: boolean) {
  const { t } = useTranslation('users')
  const [opened, setOpened] = useState<boolean | null>(null)
  if (!may) return { button: null, dialog: null }
  const button = (
    <Button leftSection={<UserPlus size={16} aria-hidden />} onClick={() => setOpened(true)}>
      {t('invite.open')}
    </Button>
  )
  const dialog =
    opened === null ? null : (
      <Suspense>
        <InvitePeople me={me} company={company} opened={opened} onClose={() => setOpened(false)} />
      </Suspense>
    )
  return { button, dialog }
}

function ExportButton({ company, filters }: { company: Company; filters: UserFilters }) {
  const { t } = useTranslation('users')
  const exporting = useMutation({
    mutationFn: () => exportUsers(filters),
    onSuccess: (file) => saveFile(`${company.name}.csv`, file),
  })
  return (
    <>
      {exporting.error ? <Problem error={exporting.error} /> : null}
      <Button
        variant="default"
        leftSection={<Download size={16} aria-hidden />}
        loading={exporting.isPending}
        onClick={() => exporting.mutate()}
      >
        {t('export')}
      </Button>
    </>
  )
}
