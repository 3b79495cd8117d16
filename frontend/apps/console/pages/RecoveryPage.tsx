import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { DecideRecovery } from '@features/console/recoveries/DecideRecovery'
import { recoveryQuery } from '@features/console/recoveries/recoveries'
import { RecoveryView } from '@features/console/recoveries/RecoveryView'
import { AnchorLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'
import { companyLink, licenseLink } from '../license-links'

const route = getRouteApi('/staff/ownership/$id')

export function RecoveryPage() {
  const { t } = useTranslation('recovery')
  const { id } = route.useParams()
  const evidence = useSuspenseQuery(recoveryQuery(id)).data
  const name = evidence.company_name || t('staff.gone')
  return (
    <>
      <PageHeader
        title={name}
        tabTitle={`${t('staff.title')}: ${name}`}
        back={
          <AnchorLink to="/ownership" inherit>
            <ArrowLeft size={14} aria-hidden /> {t('staff.title')}
          </AnchorLink>
        }
        below={t('staff.asks', { name: evidence.asker.name || t('staff.left') })}
      />
      <RecoveryView
        evidence={evidence}
        licenseLink={licenseLink}
        companyLink={companyLink}
        decide={<DecideRecovery key={evidence.state} evidence={evidence} />}
      />
    </>
  )
}
