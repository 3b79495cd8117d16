import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CheckList } from '@features/console/licenses/CheckList'
import { PageHeader } from '@shared/ui/PageHeader'

export function LicenseChecksPage() {
  const { t } = useTranslation('desk')
  return (
    <>
      <PageHeader title={t('checks.title')} below={t('checks.about')} />
      <CheckList
        link={(id, content) => (
          <Link to="/license-checks/$id" params={{ id }}>
            {content}
          </Link>
        )}
      />
    </>
  )
}
