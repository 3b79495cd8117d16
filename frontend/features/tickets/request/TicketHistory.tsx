import { useTranslation } from 'react-i18next'
import type { StatusMove } from '@shared/api/types'
import { Panel } from '@shared/ui/Panel'
import { Moment } from '@shared/ui/Times'
import { useStatusText } from '../status/StatusChip'
import classes from './Request.module.css'

/** Each move of the status, the newest first, and who made it. */
export function TicketHistory({ history }: { history: StatusMove[] }) {
  const { t } = useTranslation('tickets')
  const statusText = useStatusText()
  return (
    <Panel title={t('request.history')}>
      <ol className={classes.history}>
        {history.toReversed().map((move) => (
          <li key={`${move.at} ${move.to}`}>
            <span className={classes.move}>
              {move.from ? statusText(move.to) : t('request.opened')}
            </span>
            <span className={classes.by}>
              <Moment value={move.at} /> · {t(`party.${move.by}`)}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
