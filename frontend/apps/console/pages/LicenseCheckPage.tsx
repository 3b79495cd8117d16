import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DecideCheck } from '@features/console/licenses/DecideCheck'
import { evidenceQuery } from '@features/console/licenses/desk'
import { EvidenceView } from '@features/console/licenses/EvidenceView'
import { AnchorLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'
import { companyLink, licenseLink } from '../license-links'

const route = getRouteApi('/staff/license-checks/$id')

export function LicenseCheckPage() {
  const { t } = useTranslation('desk')
  const { id } = route.useParams()
  const evidence = useSuspenseQuery(evidenceQuery(id)).data
  return (
    <>
      <PageHeader
        title={evidence.check.company.name}
        tabTitle={`${t('checks.title')}: ${evidence.check.company.name}`}
        back={
          <AnchorLink to="/license-checks" inherit>
            <ArrowLeft size={14} aria-hidden /> {t('checks.title')}
          </AnchorLink>
        }
        below={evidence.check.products.join(', ')}
      />
      <EvidenceView
        evidence={evidence}
        licenseLink={licenseLink}
        companyLink={companyLink}
        decide={<DecideCheck key={evidence.check.claimed_at} evidence={evidence} />}
      />
    </>
  )
}
