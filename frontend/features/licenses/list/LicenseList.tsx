import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { License } from '@shared/api/types'
import { EmptyState } from '@shared/ui/EmptyState'
import { NoMatch } from '@shared/ui/NoMatch'
import { Pages } from '@shared/ui/Pages'
import { Rows } from '@shared/ui/Rows'
import type { LicenseFilters } from './filters'
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
  const { t } = useTranslation(['licenses', 'life'])
  const list = useInfiniteQuery({
    ...licenseListQuery(filters),
    placeholderData: keepPreviousData,
  })
  const nothing =
    filters.state || filters.find ? (
      <NoMatch
        title={filters.find ? t('life:list.none') : t('list.noMatch.title')}
        clear={t('list.noMatch.clear')}
        onClear={onClearFilters}
      >
        {filters.find ? t(filters.state ? 'life:list.noneHere' : 'life:list.noneDetail') : null}
      </NoMatch>
    ) : (
      <EmptyState icon={KeyRound} title={t('list.empty.title')} action={add}>
        {t(add ? 'list.empty.detail' : 'list.empty.others')}
      </EmptyState>
    )
  return (
    <Pages list={list} empty={nothing}>
      {(licenses) => (
        <Rows busy={list.isPlaceholderData}>
          {licenses.map((license) => (
            <LicenseRow
              key={`${license.id} ${license.product_id}`}
              license={license}
              link={link(license)}
            />
          ))}
        </Rows>
      )}
    </Pages>
  )
}
