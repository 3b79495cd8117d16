import { useTranslation } from 'react-i18next'
import { PageHeader } from '@shared/ui/PageHeader'

export function QueuePage() {
  const { t } = useTranslation('console')
  return <PageHeader title={t('nav.queues')} />
}
