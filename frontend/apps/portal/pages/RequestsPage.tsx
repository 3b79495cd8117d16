import { useTranslation } from 'react-i18next'
import { PageHeader } from '@shared/ui/PageHeader'

export function RequestsPage() {
  const { t } = useTranslation('tickets')
  return <PageHeader title={t('nav.requests')} />
}
