import { VisuallyHidden } from '@mantine/core'
import { LogOut, Paperclip } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SeverityMark } from '@features/tickets/status/SeverityMark'
import { StatusChip } from '@features/tickets/status/StatusChip'
import type { StaffTicketItem } from '@shared/api/staff-types'
import { Chip } from '@shared/ui/Chip'
import { Age } from '@shared/ui/Times'
import classes from './QueueTable.module.css'
import type { SteadyRow } from './steady-list'

interface QueueRowProps {
  row: SteadyRow<StaffTicketItem>
  link: ReactNode
}

/** One request; its link covers the whole row. */
export function QueueRow({ row: { item, gone }, link }: QueueRowProps) {
  const { t } = useTranslation('console')
  return (
    <div role="row" className={classes.row} data-gone={gone || undefined} data-id={item.id}>
      <span role="cell" className={`${classes.number} k-code`}>
        {item.number}
      </span>
      <span role="cell" className={classes.subject}>
        {link}
        {item.files > 0 ? <Files count={item.files} /> : null}
      </span>
      <Cut className={classes.company} text={item.company.name} />
      <Cut className={classes.product} text={item.product_name} />
      <span role="cell" className={classes.status}>
        {gone ? (
          <Chip tone="quiet" icon={LogOut}>
            {t('queue.gone')}
          </Chip>
        ) : (
          <StatusChip status={item.status} staff />
        )}
      </span>
      <span role="cell" className={classes.severity}>
        <SeverityMark severity={item.severity} />
      </span>
      <span role="cell" className={classes.opened}>
        <Age value={item.created_at} />
      </span>
      <span role="cell" className={classes.updated}>
        <span className={classes.label}>{t('queue.column.updated')} </span>
        <Age value={item.updated_at} />
      </span>
      <Cut className={classes.assignee} text={item.assignee?.name ?? t('assignment.nobody')} />
    </div>
  )
}

function Cut({ className, text }: { className: string | undefined; text: string }) {
  return (
    <span role="cell" className={`${classes.cut} ${className}`} title={text}>
      {text}
    </span>
  )
}

function Files({ count }: { count: number }) {
  const { t } = useTranslation('console')
  return (
    <span className={classes.files} title={t('queue.files', { count })}>
      <Paperclip size={13} aria-hidden />
      <VisuallyHidden>{t('queue.files', { count })}</VisuallyHidden>
    </span>
  )
}
