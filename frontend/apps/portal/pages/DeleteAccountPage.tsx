import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DeleteByLink } from '@features/journeys/DeleteByLink'
import { accountLink } from '@features/journeys/journeys'
import { useAccountPoints } from '@features/journeys/use-points'
import { WhatHappens } from '@features/journeys/WhatHappens'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'
import { Notice } from '@shared/ui/Notice'

export function DeleteAccountPage() {
  const { t } = useTranslation('journeys')
  const token = useLocation({ select: (location) => location.hash })
  const points = useAccountPoints()
  const queryClient = useQueryClient()
  return (
    <PublicFrame>
      <DeleteByLink
        key={token}
        what="account"
        token={token}
        link={accountLink}
        explain={(shown) => ({
          lead: t('account.linkFor', { email: shown.email }),
          possible: !shown.owner,
          body: shown.owner ? (
            <Notice tone="warning">
              {t('account.owner', { company: shown.company_name ?? '' })}
            </Notice>
          ) : (
            <WhatHappens {...points} />
          ),
        })}
        onDone={() => queryClient.removeQueries({ queryKey: ['me'] })}
        wayOn={<ButtonLink to="/sign-in">{t('link.signIn')}</ButtonLink>}
      />
    </PublicFrame>
  )
}
