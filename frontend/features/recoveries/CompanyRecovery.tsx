import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CompanyRecovery as Shown } from '@shared/api/types'
import { Facts } from '@shared/ui/Facts'
import { Notice } from '@shared/ui/Notice'
import { Panel } from '@shared/ui/Panel'
import { Moment } from '@shared/ui/Times'
import { Objection } from './Objection'
import { companyRecoveryQuery, objectSignedIn } from './recoveries'

/** Somebody asks to own the company: who, until when one can object, and the way to do so. */
export function CompanyRecovery({ owner }: { owner: boolean }) {
  const recovery = useQuery(companyRecoveryQuery).data
  return recovery && !recovery.mine ? <Asked recovery={recovery} owner={owner} /> : null
}

function Asked({ recovery, owner }: { recovery: Shown; owner: boolean }) {
  const { t } = useTranslation('recovery')
  const queryClient = useQueryClient()
  return (
    <Panel title={t('company.title')}>
      <p style={{ marginTop: 0 }}>{t(owner ? 'company.forOwner' : 'company.forOthers')}</p>
      <Facts
        facts={[
          [t('company.who'), <bdi key="who">{recovery.asked_by}</bdi>],
          [t('company.email'), recovery.asked_by_email],
          [t('company.from'), recovery.outside ? t('company.outside') : t('company.inside')],
          [
            t('own.license'),
            <span key="id" className="k-code">
              {recovery.license_public_id}
            </span>,
          ],
          [t('own.asked'), <Moment key="asked" value={recovery.asked_at} />],
          [t('own.until'), <Moment key="until" value={recovery.ends_at} />],
        ]}
      />
      <div style={{ marginTop: '1rem' }}>
        {recovery.may_object ? (
          <Objection
            object={objectSignedIn}
            onObjected={() => void queryClient.invalidateQueries({ queryKey: ['me'] })}
          />
        ) : recovery.objected ? (
          <Notice tone="success">{t('object.done')}</Notice>
        ) : null}
      </div>
    </Panel>
  )
}
