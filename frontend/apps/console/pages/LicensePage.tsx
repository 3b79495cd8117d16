import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { staffMeQuery } from '@features/accounts/session/session'
import { AskedBlockNotice } from '@features/console/licenses/AskedBlockNotice'
import { deskKey, deskLicenseQuery } from '@features/console/licenses/desk'
import { DeskActions } from '@features/console/licenses/DeskActions'
import { OveruseChip } from '@features/console/licenses/OveruseChip'
import { LicenseView } from '@features/console/licenses/LicenseView'
import type { RequestLink } from '@features/console/request/EarlierRequests'
import { StaffDevices } from '@features/licenses/devices/StaffDevices'
import { LicenseChips } from '@features/licenses/LicenseChips'
import type { DeskLicense } from '@shared/api/staff-types'
import { serverNow } from '@shared/clock'
import { useFormat } from '@shared/i18n/use-format'
import { AnchorLink } from '@shared/ui/links'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { companyLink, licenseLink } from '../license-links'

const route = getRouteApi('/staff/licenses/$id')

export function LicensePage() {
  const { t } = useTranslation('console')
  const { id } = route.useParams()
  const queryClient = useQueryClient()
  const license = useSuspenseQuery(deskLicenseQuery(id)).data
  const { role } = useSuspenseQuery(staffMeQuery).data
  return (
    <>
      <PageHeader
        title={license.products.join(', ')}
        tabTitle={license.public_id}
        back={
          <AnchorLink to="/licenses" inherit>
            <ArrowLeft size={14} aria-hidden /> {t('nav.licenses')}
          </AnchorLink>
        }
        below={
          <span style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem', alignItems: 'center' }}>
            <span className="k-code">{license.public_id}</span>
            <OveruseChip since={license.overused_at} />
            <LicenseChips license={{ status: license.status, claim: license.claim ?? 'active' }} />
          </span>
        }
        actions={role === 'agent' ? null : <DeskActions license={license} />}
      />
      <Warnings license={license} />
      <LicenseView
        license={license}
        companyLink={companyLink}
        beside={
          <StaffDevices
            licenseId={license.id}
            mayDrop={role !== 'agent'}
            onReviewed={() => queryClient.invalidateQueries({ queryKey: deskKey })}
          />
        }
        requestLink={requestLink}
      />
    </>
  )
}

const requestLink: RequestLink = (id, content) => (
  <Link to="/requests/$id" params={{ id }}>
    {content}
  </Link>
)

function Warnings({ license }: { license: DeskLicense }) {
  const { t } = useTranslation('desk')
  const format = useFormat()
  const { blocked_at: blockedAt, merged_into: into } = license
  const at = blockedAt ? format.moment(blockedAt) : ''
  const planned = blockedAt !== null && Date.parse(blockedAt) > serverNow()
  return (
    <div style={{ display: 'grid', gap: '0.75rem', marginBottom: '1rem' }}>
      {into ? (
        <Notice tone="warning" title={t('merged.title')}>
          {licenseLink(into, t('merged.open'))}
        </Notice>
      ) : null}
      {blockedAt ? (
        <Notice
          tone={planned ? 'warning' : 'danger'}
          title={t(planned ? 'blocked.planned' : 'blocked.now', { at })}
        >
          {license.withdrawn ? t(`withdrawn.${license.withdrawn}`) : license.block_reason}
        </Notice>
      ) : null}
      <AskedBlockNotice license={license} requestLink={requestLink} />
    </div>
  )
}
