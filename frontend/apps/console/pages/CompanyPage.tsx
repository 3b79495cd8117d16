import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { companyQuery } from '@features/console/companies/companies'
import { CompanyView } from '@features/console/companies/CompanyView'
import { AnchorLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'

const route = getRouteApi('/staff/companies/$id')

export function CompanyPage() {
  const { t } = useTranslation('customers')
  const { id } = route.useParams()
  const company = useSuspenseQuery(companyQuery(id)).data
  return (
    <>
      <PageHeader
        title={company.name}
        back={
          <AnchorLink to="/companies" inherit>
            <ArrowLeft size={14} aria-hidden /> {t('nav.companies')}
          </AnchorLink>
        }
      />
      <CompanyView
        company={company}
        link={(request, content) => (
          <Link to="/requests/$id" params={{ id: request }}>
            <bdi>{content}</bdi>
          </Link>
        )}
      />
    </>
  )
}
