import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RecoveryList } from '@features/console/recoveries/RecoveryList'
import { PageHeader } from '@shared/ui/PageHeader'

export function RecoveriesPage() {
  const { t } = useTranslation('recovery')
  return (
    <>
      <PageHeader title={t('staff.title')} below={t('staff.about')} />
      <RecoveryList
        link={(id, content) => (
          <Link to="/ownership/$id" params={{ id }}>
            {content}
          </Link>
        )}
      />
    </>
  )
}
