import { Button, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '@shared/ui/filter/FilterBar'
import { FilterSelect } from '@shared/ui/filter/FilterSelect'
import { colleaguesQuery } from '../staff/colleagues'
import { useActionChoices } from './actions'
import { type AuditFilters, isFiltered } from './filters'

interface AuditFilterBarProps {
  filters: AuditFilters
  /** What company and person are called, where the entries tell. */
  names: { company?: string; person?: string }
  onChange: (filters: AuditFilters) => void
}

export function AuditFilterBar({ filters, names, onChange }: AuditFilterBarProps) {
  const { t } = useTranslation('audit')
  const { items: staff } = useSuspenseQuery(colleaguesQuery).data
  const actions = useActionChoices()
  const set = (change: AuditFilters) => onChange({ ...filters, ...change })
  const known = staff.some(({ id }) => id === filters.person) || !filters.person
  const people = staff.map(({ id, name }) => ({ value: id, label: name }))
  if (!known && filters.person)
    people.push({ value: filters.person, label: names.person ?? filters.person })
  return (
    <FilterBar label={t('filter.label')}>
      <FilterSelect
        labelled
        wide
        label={t('filter.action')}
        any={t('filter.allActions')}
        value={filters.action}
        options={actions}
        onChange={(action) => set({ action })}
      />
      <FilterSelect
        labelled
        label={t('filter.person')}
        any={t('filter.everybody')}
        value={filters.person}
        options={people}
        onChange={(person) => set({ person })}
      />
      {(['since', 'until'] as const).map((side) => (
        <TextInput
          key={side}
          type="date"
          label={t(`filter.${side}`)}
          style={{ flex: '0 1 10rem' }}
          value={filters[side] ?? ''}
          min={side === 'until' ? filters.since : undefined}
          max={side === 'since' ? filters.until : undefined}
          onChange={({ currentTarget }) => set({ [side]: currentTarget.value || undefined })}
        />
      ))}
      {filters.company ? (
        <Button
          variant="default"
          rightSection={<X size={14} aria-hidden />}
          aria-label={t('filter.drop', { name: names.company ?? filters.company })}
          onClick={() => set({ company: undefined })}
        >
          {t('filter.company', { name: names.company ?? filters.company })}
        </Button>
      ) : null}
      {isFiltered(filters) ? (
        <Button variant="subtle" onClick={() => onChange({})}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </FilterBar>
  )
}
