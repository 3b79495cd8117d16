import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { staffMeQuery } from '@features/accounts/session/session'
import { ChangeCompany } from '@features/console/companies/ChangeCompany'
import { companyQuery } from '@features/console/companies/companies'
import { CompanyView } from '@features/console/companies/CompanyView'
import { AnchorLink, ButtonLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'

const route = getRouteApi('/staff/companies/$id')

export function CompanyPage() {
  const { t } = useTranslation(['customers', 'console'])
  const { id } = route.useParams()
  const company = useSuspenseQuery(companyQuery(id)).data
  const { role } = useSuspenseQuery(staffMeQuery).data
  const mayKeep = role !== 'agent'
  const [changing, setChanging] = useState(false)
  return (
    <>
      <PageHeader
        title={company.name}
        actions={
          mayKeep ? (
            <>
              {role === 'supervisor' ? (
                <ButtonLink to="/audit" search={{ company: id }} variant="default">
                  {t('page.audit')}
                </ButtonLink>
              ) : null}
              <Button variant="default" onClick={() => setChanging(true)}>
                {t('change.open')}
              </Button>
            </>
          ) : null
        }
        back={
          <AnchorLink to="/companies" inherit>
            <ArrowLeft size={14} aria-hidden /> {t('console:nav.companies')}
          </AnchorLink>
        }
      />
      <CompanyView
        company={company}
        mayKeep={mayKeep}
        licensesLink={(content) => (
          <Link to="/companies/$id/licenses" params={{ id }}>
            {content}
          </Link>
        )}
        link={(request, content) => (
          <Link to="/requests/$id" params={{ id: request }}>
            <bdi>{content}</bdi>
          </Link>
        )}
      />
      <ChangeCompany company={company} opened={changing} onClose={() => setChanging(false)} />
    </>
  )
}
