import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompanyRow } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { EmptyState } from '@shared/ui/EmptyState'
import { NoMatch } from '@shared/ui/NoMatch'
import { Pages } from '@shared/ui/Pages'
import { LinkRow, Rows } from '@shared/ui/Rows'
import { companyListQuery } from './companies'
import { countryName } from './country-name'

interface CompanyListProps {
  q: string
  link: (company: CompanyRow) => ReactNode
  onClear: () => void
}

export function CompanyList({ q, link, onClear }: CompanyListProps) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  const list = useInfiniteQuery({ ...companyListQuery(q), placeholderData: keepPreviousData })
  return (
    <Pages list={list} empty={<NoCompany q={q} onClear={onClear} />}>
      {(companies) => (
        <Rows label={t('list.title')} busy={list.isPlaceholderData}>
          {companies.map((company) => (
            <LinkRow
              key={company.id}
              name={link(company)}
              aside={
                <>
                  {countryName(company.country, format.language)}
                  {' · '}
                  {t('people.joined', { date: format.date(company.created_at) })}
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Pages>
  )
}

function NoCompany({ q, onClear }: { q: string; onClear: () => void }) {
  const { t } = useTranslation('customers')
  if (!q) return <EmptyState icon={Building2} title={t('list.empty')} />
  return (
    <NoMatch title={t('list.noMatch')} clear={t('list.clear')} onClear={onClear}>
      {t('list.noMatchDetail')}
    </NoMatch>
  )
}
