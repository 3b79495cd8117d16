import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { Day } from '@shared/ui/Times'

const SOON_DAYS = 30

/** The day, and how near it is once that matters. */
export function Expiry({ day }: { day: string }) {
  const { t } = useTranslation('licenses')
  const left = useFormat().daysUntil(day)
  return (
    <>
      <Day value={day} />
      {left >= 0 && left <= SOON_DAYS ? (
        <span style={{ color: 'var(--k-warning-fg)' }}> · {t('expiresIn', { count: left })}</span>
      ) : null}
    </>
  )
}
