import { useInfiniteQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { overusedQuery } from '@features/console/licenses/desk'
import { LicenseRows } from '@features/console/licenses/LicenseRows'
import { SearchLicenses } from '@features/console/licenses/SearchLicenses'
import { EmptyState } from '@shared/ui/EmptyState'
import { PageHeader } from '@shared/ui/PageHeader'
import { Pages } from '@shared/ui/Pages'
import { licenseLink } from '../license-links'

export function LicensesPage() {
  const { t } = useTranslation('desk')
  return (
    <>
      <PageHeader title={t('find.title')} below={t('find.about')} />
      <SearchLicenses link={licenseLink} start={<Overused />} />
    </>
  )
}

/** What wants looking at before anybody asks: licenses with more devices than seats (LIC-10). */
function Overused() {
  const { t } = useTranslation('desk')
  const list = useInfiniteQuery(overusedQuery)
  const some = list.data?.pages.some((page) => page.items.length > 0) ?? false
  return (
    <Pages
      list={list}
      title={some ? t('overuse.title') : undefined}
      empty={<EmptyState icon={KeyRound} title={t('find.start')} />}
    >
      {(rows) => <LicenseRows rows={rows} label={t('overuse.title')} link={licenseLink} />}
    </Pages>
  )
}
