import { useTranslation } from 'react-i18next'
import type { Me } from '@shared/api/types'
import { useConfig } from '@shared/api/config'
import { Panel } from '@shared/ui/Panel'
import { AskForLink } from './AskForLink'
import { askToShut } from './journeys'
import { useCompanyPoints } from './use-points'
import { WhatHappens } from './WhatHappens'

/** COM-9: for the owner alone. */
export function DeleteCompany({ me }: { me: Me }) {
  const { t } = useTranslation('journeys')
  const { days } = useConfig()
  const points = useCompanyPoints()
  return (
    <Panel title={t('company.title')}>
      <p>{t('company.intro')}</p>
      <WhatHappens {...points} />
      <AskForLink
        tick={t('company.tick', { company: me.company?.name ?? '' })}
        action={t('company.ask')}
        asked={t('company.asked', { email: me.account.email, days: days.link })}
        ask={askToShut}
      />
    </Panel>
  )
}
