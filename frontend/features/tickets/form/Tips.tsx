import { Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import classes from './NewTicket.module.css'

/** What helps support most, beside the description (REQ-3). */
export function Tips({ tips }: { tips: string[] }) {
  const { t } = useTranslation('tickets')
  if (tips.length === 0) return null
  return (
    <aside className={classes.tips} id="request-tips">
      <p className={classes.tipsTitle}>
        <Lightbulb size={16} aria-hidden /> {t('form.tips')}
      </p>
      <ul>
        {tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
    </aside>
  )
}
