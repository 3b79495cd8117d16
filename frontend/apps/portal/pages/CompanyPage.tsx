import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { mayThey } from '@features/accounts/session/rights'
import { meQuery } from '@features/accounts/session/session'
import { CompanyFacts } from '@features/journeys/CompanyFacts'
import { DeleteCompany } from '@features/journeys/DeleteCompany'
import { LogoPanel } from '@features/journeys/LogoPanel'
import { CompanyRecovery } from '@features/recoveries/CompanyRecovery'
import { OwnerLeft } from '@features/recoveries/OwnerLeft'
import classes from '@features/journeys/Journeys.module.css'
import { AnchorLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'

export function CompanyPage() {
  const { t } = useTranslation(['journeys', 'recovery'])
  const me = useSuspenseQuery(meQuery).data
  return (
    <>
      <PageHeader title={me.company?.name ?? t('page.title')} tabTitle={t('page.title')} />
      <div className={classes.stack}>
        <CompanyRecovery owner={me.owner} />
        <CompanyFacts owner={me.owner} />
        {me.owner ? null : (
          <OwnerLeft link={<AnchorLink to="/recovery">{t('recovery:left.ask')}</AnchorLink>} />
        )}
        {mayThey(me, 'manage_company') && me.company ? (
          <LogoPanel version={me.company.logo ?? null} name={me.company.name} />
        ) : null}
        {me.owner ? <DeleteCompany me={me} /> : null}
      </div>
    </>
  )
}
