import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffTicketItem } from '@shared/api/staff-types'
import { QueueRow } from './QueueRow'
import classes from './QueueTable.module.css'
import type { SteadyRow } from './steady-list'

const COLUMNS = [
  'number',
  'subject',
  'company',
  'product',
  'status',
  'severity',
  'opened',
  'updated',
  'assignee',
] as const

interface QueueTableProps {
  label: string
  rows: SteadyRow<StaffTicketItem>[]
  link: (ticket: StaffTicketItem, index: number) => ReactNode
  ref: Ref<HTMLDivElement>
}

/** A table on wide screens, cards on narrow ones: the same elements, laid out anew. */
export function QueueTable({ label, rows, link, ref }: QueueTableProps) {
  const { t } = useTranslation('console')
  return (
    <div role="table" aria-label={label} className={classes.table} ref={ref}>
      <div role="rowgroup" className={classes.group}>
        <div role="row" className={classes.head}>
          {COLUMNS.map((column) => (
            <span role="columnheader" key={column} className={classes[column]}>
              {t(`queue.column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes.group}>
        {rows.map((row, index) => (
          <QueueRow key={row.item.id} row={row} link={link(row.item, index)} />
        ))}
      </div>
    </div>
  )
}
