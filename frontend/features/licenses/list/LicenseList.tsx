import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { KeyRound, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { License } from '@shared/api/types'
import { EmptyState } from '@shared/ui/EmptyState'
import { Loading } from '@shared/ui/Loading'
import { Panel } from '@shared/ui/Panel'
import { Problem } from '@shared/ui/Problem'
import type { LicenseFilters } from './filters'
import classes from './LicenseList.module.css'
import { LicenseRow } from './LicenseRow'
import { licenseListQuery } from './list-licenses'

interface LicenseListProps {
  filters: LicenseFilters
  link: (license: License) => ReactNode
  /** Offered where there is nothing yet. */
  add: ReactNode
  onClearFilters: () => void
}

/** The company's licenses; one that covers two products stands here twice (LIC-6). */
export function LicenseList({ filters, link, add, onClearFilters }: LicenseListProps) {
  const { t } = useTranslation(['licenses', 'common', 'life'])
  const list = useInfiniteQuery(licenseListQuery(filters))
  if (list.isPending) return <Loading />
  if (list.isError && !list.data)
    return <Problem error={list.error} retry={() => void list.refetch()} />
  const licenses = list.data.pages.flatMap((page) => page.items)
  if (licenses.length === 0 && !list.hasNextPage)
    return filters.state || filters.find ? (
      <EmptyState
        icon={SearchX}
        title={filters.find ? t('life:list.none') : t('list.noMatch.title')}
        action={
          <Button variant="default" onClick={onClearFilters}>
            {t('list.noMatch.clear')}
          </Button>
        }
      />
    ) : (
      <EmptyState icon={KeyRound} title={t('list.empty.title')} action={add}>
        {t('list.empty.detail')}
      </EmptyState>
    )
  return (
    <>
      {list.isError ? <Problem error={list.error} retry={() => void list.refetch()} /> : null}
      <Panel flush>
        <ul className={classes.rows}>
          {licenses.map((license) => (
            <LicenseRow
              key={`${license.id} ${license.product_id}`}
              license={license}
              link={link(license)}
            />
          ))}
        </ul>
      </Panel>
      {list.hasNextPage ? (
        <div className={classes.more}>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('common:list.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
