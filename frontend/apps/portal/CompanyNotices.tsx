import { Box } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Me } from '@shared/api/types'
import { AnchorLink } from '@shared/ui/links'
import { Notice } from '@shared/ui/Notice'

/** What concerns the person's place in a company, on every page. */
export function CompanyNotices({ me }: { me: Me }) {
  if (me.company && !me.recovery) return null
  return (
    <Box mb="md">
      <WhatToSay me={me} />
    </Box>
  )
}

function WhatToSay({ me }: { me: Me }) {
  const { t } = useTranslation('accounts')
  if (!me.company)
    return (
      <Notice
        tone="info"
        title={t('place.none')}
        action={<AnchorLink to="/recovery">{t('place.recover')}</AnchorLink>}
      >
        {t('place.noneHint')}
      </Notice>
    )
  return (
    <Notice
      tone="warning"
      title={t('place.asked', { company: me.company.name })}
      action={<AnchorLink to="/company">{t('place.look')}</AnchorLink>}
    >
      {t('place.askedHint')}
    </Notice>
  )
}
