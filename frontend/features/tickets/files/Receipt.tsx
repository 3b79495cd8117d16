import { useTranslation } from 'react-i18next'
import { CopyButton } from '@shared/ui/CopyButton'
import classes from './Receipt.module.css'

/** What the person can hold on to: the checksum that both sides computed. */
export function Receipt({ checksum }: { checksum: string }) {
  const { t } = useTranslation('tickets')
  return (
    <details className={classes.receipt}>
      <summary>{t('files.receipt')}</summary>
      <span className={classes.checksum}>
        <span className="k-code">{checksum}</span>
        <CopyButton value={checksum} label={t('files.checksum')} />
      </span>
    </details>
  )
}
