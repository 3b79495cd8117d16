import { Box } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Me } from '@shared/api/types'
import { AnchorLink } from '@shared/ui/links'
import { Notice } from '@shared/ui/Notice'

/** Where a person in no company is told what they can do: not once more above it. */
const TOLD_HERE = ['/no-company', '/recovery']

/** What concerns the person's place in a company, on every page. */
export function CompanyNotices({ me }: { me: Me }) {
  const here = useLocation({ select: ({ pathname }) => pathname })
  if (me.company ? !me.recovery : TOLD_HERE.includes(here)) return null
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
        action={<AnchorLink to="/no-company">{t('place.way')}</AnchorLink>}
      />
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
