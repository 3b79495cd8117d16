import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { mayThey } from '@features/accounts/session/rights'
import { meQuery } from '@features/accounts/session/session'
import { CompanyFacts } from '@features/journeys/CompanyFacts'
import { DeleteCompany } from '@features/journeys/DeleteCompany'
import { LogoPanel } from '@features/journeys/LogoPanel'
import classes from '@features/journeys/Journeys.module.css'
import { PageHeader } from '@shared/ui/PageHeader'

export function CompanyPage() {
  const { t } = useTranslation('journeys')
  const me = useSuspenseQuery(meQuery).data
  return (
    <>
      <PageHeader title={me.company?.name ?? t('page.title')} tabTitle={t('page.title')} />
      <div className={classes.stack}>
        <CompanyFacts owner={me.owner} />
        {mayThey(me, 'manage_company') && me.company ? (
          <LogoPanel version={me.company.logo ?? null} name={me.company.name} />
        ) : null}
        {me.owner ? <DeleteCompany me={me} /> : null}
      </div>
    </>
  )
}
