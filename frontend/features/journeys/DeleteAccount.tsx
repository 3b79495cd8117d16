import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '@shared/api/types'
import { Notice } from '@shared/ui/Notice'
import { useConfig } from '@shared/api/config'
import { Panel } from '@shared/ui/Panel'
import { AskForLink } from './AskForLink'
import { askToLeave } from './journeys'
import { useAccountPoints } from './use-points'
import { WhatHappens } from './WhatHappens'

/** ACC-10: what happens is said before anything is asked for. */
export function DeleteAccount({ me, toCompany }: { me: Me; toCompany: ReactNode }) {
  const { t } = useTranslation('journeys')
  const { days } = useConfig()
  const points = useAccountPoints()
  return (
    <Panel title={t('account.title')}>
      <p>{t('account.intro')}</p>
      <WhatHappens {...points} />
      {me.owner ? (
        <Notice tone="warning" action={toCompany}>
          {t('account.owner', { company: me.company?.name ?? '' })}
        </Notice>
      ) : (
        <AskForLink
          tick={t('account.tick')}
          action={t('account.ask')}
          asked={t('account.asked', { email: me.account.email, days: days.link })}
          ask={askToLeave}
        />
      )}
    </Panel>
  )
}
