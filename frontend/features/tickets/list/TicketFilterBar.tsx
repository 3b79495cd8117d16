import { useTranslation } from 'react-i18next'
import { FilterBar } from '@shared/ui/filter/FilterBar'
import { FilterSelect } from '@shared/ui/filter/FilterSelect'
import { Segments } from '@shared/ui/Segments'
import { useStatusText } from '../status/StatusChip'
import { STATUSES, type TicketFilters, VIEWS } from './filters'

interface TicketFilterBarProps {
  filters: TicketFilters
  onChange: (filters: TicketFilters) => void
  /** Only those who see others' requests can choose between theirs and all. */
  mayChooseAuthor: boolean
}

export function TicketFilterBar({ filters, onChange, mayChooseAuthor }: TicketFilterBarProps) {
  const { t } = useTranslation('tickets')
  const statusText = useStatusText()
  return (
    <FilterBar>
      <Segments
        label={t('list.view.label')}
        value={filters.status ? '' : (filters.view ?? 'all')}
        options={VIEWS.map((value) => ({ value, label: t(`list.view.${value}`) }))}
        onChange={(view) =>
          onChange({
            author: filters.author,
            view: view === 'waiting' || view === 'inactive' ? view : undefined,
          })
        }
      />
      {mayChooseAuthor ? (
        <Segments
          label={t('list.author.label')}
          value={filters.author ?? 'all'}
          options={(['all', 'me'] as const).map((value) => ({
            value,
            label: t(`list.author.${value}`),
          }))}
          onChange={(author) =>
            onChange({ ...filters, author: author === 'me' ? 'me' : undefined })
          }
        />
      ) : null}
      <FilterSelect
        wide
        label={t('list.status')}
        any={t('list.anyStatus')}
        value={filters.status}
        options={STATUSES.map((value) => ({ value, label: statusText(value) }))}
        onChange={(status) => onChange({ author: filters.author, status })}
      />
    </FilterBar>
  )
}
