import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@shared/i18n/use-format'
import { Facts } from '@shared/ui/Facts'
import { Panel } from '@shared/ui/Panel'
import { companyQuery } from './journeys'

/** What the company is; staff change it on request (COM-8). */
export function CompanyFacts({ owner }: { owner: boolean }) {
  const { t } = useTranslation('journeys')
  const format = useFormat()
  const company = useSuspenseQuery(companyQuery).data
  const country = new Intl.DisplayNames(format.language, { type: 'region' }).of(company.country)
  return (
    <Panel title={t('page.facts')}>
      <Facts
        facts={[
          [t('page.name'), <bdi key="name">{company.name}</bdi>],
          [t('page.branches'), company.branches.join(', ') || t('page.noBranches')],
          [t('page.country'), country],
          [t('page.owner'), owner ? t('page.you') : null],
          [t('page.since'), format.date(company.created_at)],
        ]}
      />
      <p style={{ marginBottom: 0, color: 'var(--mantine-color-dimmed)' }}>{t('page.change')}</p>
    </Panel>
  )
}
