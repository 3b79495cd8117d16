import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Building2, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompanyRow } from '@shared/api/staff-types'
import { useFormat } from '@shared/i18n/use-format'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import { companyListQuery } from './companies'
import classes from './Companies.module.css'
import { countryName } from './country-name'

interface CompanyListProps {
  q: string
  link: (company: CompanyRow) => ReactNode
  onClear: () => void
}

export function CompanyList({ q, link, onClear }: CompanyListProps) {
  const { t } = useTranslation(['customers', 'common'])
  const list = useInfiniteQuery({ ...companyListQuery(q), placeholderData: keepPreviousData })
  if (list.isPending) return <Loading />
  if (list.isError && !list.data)
    return <Problem error={list.error} retry={() => void list.refetch()} />
  const companies = list.data.pages.flatMap((page) => page.items)
  if (companies.length === 0) return <NoCompany q={q} onClear={onClear} />
  return (
    <>
      <Panel flush>
        <ul className={classes.rows} aria-label={t('list.title')}>
          {companies.map((company) => (
            <Row key={company.id} company={company} link={link(company)} />
          ))}
        </ul>
      </Panel>
      {list.hasNextPage ? (
        <Button
          mt="md"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('common:list.more')}
        </Button>
      ) : null}
    </>
  )
}

function Row({ company, link }: { company: CompanyRow; link: ReactNode }) {
  const { t } = useTranslation('customers')
  const format = useFormat()
  return (
    <li className={classes.row}>
      <span className={classes.name}>{link}</span>
      <span className={classes.quiet}>
        {countryName(company.country, format.language)}
        {' · '}
        {t('people.joined', { date: format.date(company.created_at) })}
      </span>
    </li>
  )
}

function NoCompany({ q, onClear }: { q: string; onClear: () => void }) {
  const { t } = useTranslation('customers')
  if (!q) return <EmptyState icon={Building2} title={t('list.empty')} />
  return (
    <EmptyState
      icon={SearchX}
      title={t('list.noMatch')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('list.clear')}
        </Button>
      }
    >
      {t('list.noMatchDetail')}
    </EmptyState>
  )
}
