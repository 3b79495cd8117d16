import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import classes from './Devices.module.css'

/** How many of the seats are taken, in words and as a bar. */
export function Seats({ used, nodes }: { used: number; nodes: number }) {
  const { t } = useTranslation('devices')
  const format = useFormat()
  const share = Math.min(100, (100 * used) / nodes)
  return (
    <div className={classes.seats}>
      <span>{t('seats', { used: format.number(used), nodes: format.number(nodes) })}</span>
      <span className={classes.meter} aria-hidden>
        <span style={{ width: `${String(share)}%` }} />
      </span>
    </div>
  )
}
