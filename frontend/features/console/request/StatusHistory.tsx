import { useTranslation } from 'react-i18next'
import { StatusChip } from '@features/tickets/status/StatusChip'
import type { StatusMove } from '@shared/api/types'
import { Moment } from '@shared/ui/Times'
import classes from './SidePanel.module.css'

/** The newest move first: it is the one that explains how things stand. */
export function StatusHistory({ history }: { history: StatusMove[] }) {
  const { t } = useTranslation('tickets')
  return (
    <ol className={classes.list}>
      {history.toReversed().map((move) => (
        <li key={`${move.at}${move.to}`} className={classes.line}>
          <StatusChip status={move.to} staff />
          <span className={classes.small}>
            <Moment value={move.at} /> · {t(`party.${move.by}`)}
          </span>
        </li>
      ))}
    </ol>
  )
}
