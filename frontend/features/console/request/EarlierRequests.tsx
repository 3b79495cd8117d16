import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusChip } from '@features/tickets/status/StatusChip'
import type { TicketItem } from '@shared/api/types'
import { Age } from '@shared/ui/Times'
import classes from './SidePanel.module.css'

/** Draws the way to another request. */
export type RequestLink = (id: string, content: string) => ReactNode

export function EarlierRequests({ earlier, link }: { earlier: TicketItem[]; link: RequestLink }) {
  const { t } = useTranslation('console')
  if (earlier.length === 0) return <p className={classes.small}>{t('side.noEarlier')}</p>
  return (
    <ul className={classes.list}>
      {earlier.map((item) => (
        <li key={item.id}>
          <span className={classes.earlier}>{link(item.id, item.subject)}</span>
          <span className={classes.line}>
            <StatusChip status={item.status} staff />
            <span className={classes.small}>
              <Age value={item.created_at} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
