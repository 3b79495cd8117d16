import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOptions } from '@features/accounts/registration/country-options'
import { FilterBar } from '@shared/ui/filter/FilterBar'
import { FilterSelect } from '@shared/ui/filter/FilterSelect'
import { SearchField } from '@shared/ui/filter/SearchField'
import type { UserFilters } from './filters'

interface UserFilterBarProps {
  filters: UserFilters
  /** Empty where there is nothing to choose from. */
  branches: string[]
  onChange: (filters: UserFilters) => void
}

/** COM-5: by name and address, country, branch. */
export function UserFilterBar({ filters, branches, onChange }: UserFilterBarProps) {
  const { t, i18n } = useTranslation('users')
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language])
  return (
    <FilterBar>
      <SearchField
        label={t('filter.find')}
        value={filters.find ?? ''}
        onFind={(find) => onChange({ ...filters, find: find || undefined })}
      />
      <FilterSelect
        label={t('filter.country')}
        any={t('filter.anyCountry')}
        value={filters.country}
        options={countries}
        onChange={(country) => onChange({ ...filters, country })}
      />
      {branches.length > 0 ? (
        <FilterSelect
          label={t('filter.branch')}
          any={t('filter.anyBranch')}
          value={filters.branch}
          options={branches.map((branch) => ({ value: branch, label: branch }))}
          onChange={(branch) => onChange({ ...filters, branch })}
        />
      ) : null}
    </FilterBar>
  )
}
