import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { Panel } from '@shared/ui/Panel'

/** What will happen, before anything is asked for. */
export function RecoverySteps() {
  const { t } = useTranslation('recovery')
  const { days } = useConfig()
  return (
    <Panel title={t('steps.title')}>
      <ol style={{ display: 'grid', gap: '0.35rem', margin: 0, paddingLeft: '1.3rem' }}>
        <li>{t('steps.show')}</li>
        <li>{t('steps.told')}</li>
        <li>{t('steps.wait', { days: days.objection })}</li>
        <li>{t('steps.decided')}</li>
      </ol>
    </Panel>
  )
}
