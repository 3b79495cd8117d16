import { useTranslation } from 'react-i18next'
import { ApiError } from '@shared/api/problem'
import { AnchorLink } from './links'
import { PageHeader } from './PageHeader'
import { Problem } from './Problem'

/** Stands where a page failed to load or to draw; the frame around it goes on working. */
export function PageProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation('common')
  if (error instanceof ApiError && error.status === 404) return <NotFound />
  return (
    <div style={{ maxWidth: 'var(--k-reading)' }}>
      <PageHeader title={t('problem.page.title')} />
      <Problem error={error} retry={retry} />
    </div>
  )
}

export function NotFound() {
  const { t } = useTranslation('common')
  return (
    <div style={{ maxWidth: 'var(--k-reading)' }}>
      <PageHeader title={t('problem.notFound.title')} below={t('problem.notFound.detail')} />
      <AnchorLink to="/">{t('problem.page.home')}</AnchorLink>
    </div>
  )
}
