import { useTranslation } from 'react-i18next'
import { FilterBar } from '@shared/ui/filter/FilterBar'
import { FilterSelect } from '@shared/ui/filter/FilterSelect'
import { SearchField } from '@shared/ui/filter/SearchField'
import { Segments } from '@shared/ui/Segments'
import { type LicenseFilters, type LicenseState, STATES } from './filters'

interface LicenseFilterBarProps {
  filters: LicenseFilters
  onChange: (filters: LicenseFilters) => void
}

export function LicenseFilterBar({ filters, onChange }: LicenseFilterBarProps) {
  const { t } = useTranslation(['licenses', 'life'])
  return (
    <FilterBar>
      <Segments<LicenseState>
        label={t('list.state.label')}
        value={filters.state ?? 'all'}
        options={STATES.map((value) => ({ value, label: t(`list.state.${value}`) }))}
        onChange={(state) => onChange({ ...filters, state: state === 'all' ? undefined : state })}
      />
      <SearchField
        label={t('life:list.find')}
        value={filters.find ?? ''}
        onFind={(find) => onChange({ ...filters, find: find || undefined })}
      />
      <FilterSelect
        label={t('list.sort.label')}
        any={t('list.sort.expires')}
        value={filters.sort === '-expires' ? '-expires' : undefined}
        options={[{ value: '-expires', label: t('list.sort.-expires') }]}
        onChange={(sort) => onChange({ ...filters, sort })}
      />
    </FilterBar>
  )
}
