import { useTranslation } from 'react-i18next'
import { SearchLicenses } from '@features/console/licenses/SearchLicenses'
import { PageHeader } from '@shared/ui/PageHeader'
import { licenseLink } from '../license-links'

export function LicensesPage() {
  const { t } = useTranslation('desk')
  return (
    <>
      <PageHeader title={t('find.title')} below={t('find.about')} />
      <SearchLicenses link={licenseLink} />
    </>
  )
}
