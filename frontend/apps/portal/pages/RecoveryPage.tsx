import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '@features/accounts/session/session'
import { OwnRecovery } from '@features/recoveries/OwnRecovery'
import { ownRecoveryQuery } from '@features/recoveries/recoveries'
import { RecoveryForm } from '@features/recoveries/RecoveryForm'
import { RecoverySteps } from '@features/recoveries/RecoverySteps'
import { LeaveGuard } from '@features/tickets/upload/LeaveGuard'
import { Notice } from '@shared/ui/Notice'
import { PageHeader } from '@shared/ui/PageHeader'
import { useDataStatement } from '../use-data-statement'

/** Where somebody asks for the ownership of a company whose owner has left (COM-10). */
export function RecoveryPage() {
  const { t } = useTranslation('recovery')
  const { company, owner } = useSuspenseQuery(meQuery).data
  const own = useSuspenseQuery(ownRecoveryQuery).data
  const statement = useDataStatement()
  const [asked, setAsked] = useState(false)
  const open = own?.state === 'asked'
  return (
    <div style={{ display: 'grid', gap: '1rem', maxWidth: 'var(--k-reading)' }}>
      <PageHeader
        title={t('page.title')}
        below={company ? t('page.about', { company: company.name }) : t('page.aboutOutside')}
      />
      {asked ? (
        <Notice tone="success">{t(company ? 'page.asked' : 'page.askedOutside')}</Notice>
      ) : null}
      {own ? <OwnRecovery recovery={own} /> : null}
      {owner ? <Notice tone="info">{t('page.owner')}</Notice> : null}
      {open || owner || asked ? null : (
        <>
          <RecoverySteps />
          <RecoveryForm
            statement={statement}
            guard={(uploads) => <LeaveGuard busy={uploads.list.isBusy()} />}
            onAsked={() => setAsked(true)}
          />
        </>
      )}
    </div>
  )
}
