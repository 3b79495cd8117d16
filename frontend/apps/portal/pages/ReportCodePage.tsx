import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { mayThey } from '@features/accounts/session/rights'
import { meQuery } from '@features/accounts/session/session'
import { licenseQuery } from '@features/licenses/details/license'
import { ReportCodeForm } from '@features/tickets/compromise/ReportCodeForm'
import { LeaveGuard } from '@features/tickets/upload/LeaveGuard'
import type { LicenseDetails } from '@shared/api/types'
import { AnchorLink } from '@shared/ui/links'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { useDataStatement } from '../use-data-statement'

const route = getRouteApi('/signed-in/licenses/$licenseId/report')

export function ReportCodePage() {
  const { t } = useTranslation('life')
  const { licenseId } = route.useParams()
  const license = useSuspenseQuery(licenseQuery(licenseId)).data
  const me = useSuspenseQuery(meQuery).data
  const closed = mayThey(me, 'manage_licenses') ? closedFor(license) : 'right'
  const statement = useDataStatement()
  const navigate = useNavigate()
  return (
    <div style={{ maxWidth: 'var(--k-reading)' }}>
      <PageHeader
        title={t('report.title')}
        below={t('report.about')}
        back={
          <AnchorLink to="/licenses/$licenseId" params={{ licenseId }} inherit>
            <ArrowLeft size={14} aria-hidden /> {license.product_name} ({license.public_id})
          </AnchorLink>
        }
      />
      {closed ? (
        <Notice tone="info" title={t(`report.closed.${closed}`)}>
          {t(`report.closed.${closed}Detail`)}
        </Notice>
      ) : (
        <ReportCodeForm
          licenseId={licenseId}
          statement={statement}
          guard={(uploads) => <LeaveGuard busy={uploads.list.isBusy()} />}
          onSent={({ id, number }) =>
            void navigate({
              to: '/requests/$requestId',
              params: { requestId: id },
              state: { opened: number },
            })
          }
        />
      )}
    </div>
  )
}

/** Why nothing is to be reported of a license, or null. */
function closedFor({ status, claim }: LicenseDetails) {
  if (claim === 'active' && status === 'blocked') return 'blocked'
  return claim === 'active' && status !== 'expired' ? null : 'over'
}
