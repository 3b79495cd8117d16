import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Segments } from '@shared/ui/Segments'
import { useStatusText } from '../status/StatusChip'
import { STATUSES, type TicketFilters, VIEWS } from './filters'
import classes from './TicketList.module.css'

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
    <div className={classes.filters}>
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
      <NativeSelect
        aria-label={t('list.status')}
        className={classes.status}
        value={filters.status ?? ''}
        data={[
          { value: '', label: t('list.anyStatus') },
          ...STATUSES.map((value) => ({ value, label: statusText(value) })),
        ]}
        onChange={(event) => {
          const status = STATUSES.find((known) => known === event.currentTarget.value)
          onChange({ author: filters.author, status })
        }}
      />
    </div>
  )
}
