import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '@shared/ui/Panel'

/** Where a colleague looks who is stuck because the owner is not there any more. */
export function OwnerLeft({ link }: { link: ReactNode }) {
  const { t } = useTranslation('recovery')
  return (
    <Panel title={t('left.title')}>
      <p style={{ marginTop: 0 }}>{t('left.about')}</p>
      {link}
    </Panel>
  )
}
