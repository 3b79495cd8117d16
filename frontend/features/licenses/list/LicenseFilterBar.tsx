import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Segments } from '@shared/ui/Segments'
import { FindLicense } from './FindLicense'
import { type LicenseFilters, type LicenseState, STATES } from './filters'
import classes from './LicenseList.module.css'

interface LicenseFilterBarProps {
  filters: LicenseFilters
  onChange: (filters: LicenseFilters) => void
}

export function LicenseFilterBar({ filters, onChange }: LicenseFilterBarProps) {
  const { t } = useTranslation('licenses')
  return (
    <div className={classes.filters}>
      <Segments<LicenseState>
        label={t('list.state.label')}
        value={filters.state ?? 'all'}
        options={STATES.map((value) => ({ value, label: t(`list.state.${value}`) }))}
        onChange={(state) => onChange({ ...filters, state: state === 'all' ? undefined : state })}
      />
      <FindLicense
        key={filters.find ? 'some' : 'all'}
        find={filters.find ?? ''}
        onFind={(find) => onChange({ ...filters, find: find || undefined })}
      />
      <NativeSelect
        aria-label={t('list.sort.label')}
        value={filters.sort ?? 'expires'}
        data={[
          { value: 'expires', label: t('list.sort.expires') },
          { value: '-expires', label: t('list.sort.-expires') },
        ]}
        onChange={({ currentTarget }) =>
          onChange({
            ...filters,
            sort: currentTarget.value === '-expires' ? '-expires' : undefined,
          })
        }
      />
    </div>
  )
}
