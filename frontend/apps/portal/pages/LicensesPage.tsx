import { useTranslation } from 'react-i18next'
import { PageHeader } from '@shared/ui/PageHeader'

export function LicensesPage() {
  const { t } = useTranslation('licenses')
  return <PageHeader title={t('nav.licenses')} />
}
