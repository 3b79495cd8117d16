import { Button } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { staffMeQuery } from '@features/accounts/session/session'
import { exportAudit } from '@features/console/audit/audit'
import { AuditLog } from '@features/console/audit/AuditLog'
import type { AuditFilters } from '@features/console/audit/filters'
import { saveFile } from '@shared/files'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { Problem } from '@shared/ui/Problem'

const route = getRouteApi('/staff/audit')

export function AuditPage() {
  const { t } = useTranslation('audit')
  const filters = route.useSearch()
  const navigate = useNavigate()
  const { role } = useSuspenseQuery(staffMeQuery).data
  const saving = useMutation({
    mutationFn: () => exportAudit(filters),
    onSuccess: (file) => saveFile(`${t('fileName')}.csv`, file),
  })
  if (role !== 'supervisor')
    return (
      <>
        <PageHeader title={t('title')} />
        <Notice tone="info">{t('supervisorsOnly')}</Notice>
      </>
    )
  const change = (search: AuditFilters) =>
    void navigate({ to: '/audit', search, replace: true, resetScroll: false })
  return (
    <>
      <PageHeader
        title={t('title')}
        below={t('about')}
        actions={
          <Button
            variant="default"
            leftSection={<Download size={15} aria-hidden />}
            loading={saving.isPending}
            onClick={() => saving.mutate()}
          >
            {t('export')}
          </Button>
        }
      />
      {saving.error ? <Problem error={saving.error} /> : null}
      <AuditLog filters={filters} onChange={change} link={linkTo} />
    </>
  )
}

function linkTo({ kind, id }: { kind: string; id: string }, name: string) {
  const words = <bdi>{name}</bdi>
  const params = { id }
  switch (kind) {
    case 'company':
      return (
        <Link to="/companies/$id" params={params}>
          {words}
        </Link>
      )
    case 'license':
      return (
        <Link to="/licenses/$id" params={params}>
          {words}
        </Link>
      )
    case 'ticket':
      return (
        <Link to="/requests/$id" params={params}>
          {words}
        </Link>
      )
    default:
      return words
  }
}
