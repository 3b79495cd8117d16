import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DeleteByLink } from '@features/journeys/DeleteByLink'
import { companyLink } from '@features/journeys/journeys'
import { useCompanyPoints } from '@features/journeys/use-points'
import { WhatHappens } from '@features/journeys/WhatHappens'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { ButtonLink } from '@shared/ui/links'

export function DeleteCompanyPage() {
  const { t } = useTranslation('journeys')
  const token = useLocation({ select: (location) => location.hash })
  const points = useCompanyPoints()
  const queryClient = useQueryClient()
  return (
    <PublicFrame>
      <DeleteByLink
        key={token}
        what="company"
        token={token}
        link={companyLink}
        explain={(shown) => ({
          lead: t('company.linkFor', { company: shown.company_name }),
          possible: true,
          body: (
            <WhatHappens
              goes={
                shown.licenses > 0 && shown.licenses < shown.counted_to
                  ? [t('company.licenses', { count: shown.licenses }), ...points.goes.slice(1)]
                  : points.goes
              }
              stays={points.stays}
            />
          ),
        })}
        onDone={() => queryClient.removeQueries({ queryKey: ['me'] })}
        wayOn={<ButtonLink to="/sign-in">{t('link.signIn')}</ButtonLink>}
      />
    </PublicFrame>
  )
}
