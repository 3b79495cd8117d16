import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CompanyList } from '@features/console/companies/CompanyList'
import { FilterBar } from '@shared/ui/filter/FilterBar'
import { SearchField } from '@shared/ui/filter/SearchField'
import { PageHeader } from '@shared/ui/PageHeader'
import { useStillHere } from '@shared/ui/use-still-here'

const route = getRouteApi('/staff/companies')

export function CompaniesPage() {
  const { t } = useTranslation('customers')
  const { q = '' } = route.useSearch()
  const navigate = useNavigate()
  const stillHere = useStillHere()
  const find = (text: string) => {
    if (!stillHere()) return
    const search = { q: text || undefined }
    void navigate({ to: '/companies', search, replace: true, resetScroll: false })
  }
  return (
    <>
      <PageHeader title={t('list.title')} below={t('list.about')} />
      <FilterBar>
        <SearchField
          label={t('list.find')}
          placeholder={t('list.placeholder')}
          value={q}
          onFind={find}
        />
      </FilterBar>
      <CompanyList
        q={q}
        link={({ id, name }) => (
          <Link to="/companies/$id" params={{ id }}>
            <bdi>{name}</bdi>
          </Link>
        )}
        onClear={() => find('')}
      />
    </>
  )
}
