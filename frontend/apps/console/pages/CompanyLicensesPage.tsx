import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ArrowLeft, KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { companyQuery } from '@features/console/companies/companies'
import { companyLicensesQuery } from '@features/console/licenses/desk'
import { LicenseRows } from '@features/console/licenses/LicenseRows'
import { EmptyState } from '@shared/ui/EmptyState'
import { AnchorLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'
import { Pages } from '@shared/ui/Pages'
import { licenseLink } from '../license-links'

const route = getRouteApi('/staff/companies/$id/licenses')

/** Every license that a company holds, the first to end first. */
export function CompanyLicensesPage() {
  const { t } = useTranslation('desk')
  const { id } = route.useParams()
  const company = useSuspenseQuery(companyQuery(id)).data
  const list = useInfiniteQuery(companyLicensesQuery(id))
  return (
    <>
      <PageHeader
        title={t('find.company', { name: company.name })}
        back={
          <AnchorLink to="/companies/$id" params={{ id }} inherit>
            <ArrowLeft size={14} aria-hidden /> <bdi>{company.name}</bdi>
          </AnchorLink>
        }
      />
      <Pages list={list} empty={<EmptyState icon={KeyRound} title={t('find.companyNone')} />}>
        {(rows) => (
          <LicenseRows
            rows={rows}
            label={t('find.company', { name: company.name })}
            link={licenseLink}
          />
        )}
      </Pages>
    </>
  )
}
