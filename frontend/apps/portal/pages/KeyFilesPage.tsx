import { Anchor, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckYourMail } from '@features/accounts/registration/CheckYourMail'
import { KeyFilesForm } from '@features/shop/key-files/KeyFilesForm'
import { Rich, STRONG } from '@shared/i18n/Rich'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { AnchorLink } from '@shared/ui/links'
import { PageHeader } from '@shared/ui/PageHeader'

export function KeyFilesPage() {
  const { t } = useTranslation(['shop', 'accounts'])
  const [asked, setAsked] = useState<string | null>(null)
  if (asked !== null)
    return (
      <PublicFrame>
        <CheckYourMail title={t('keyFiles.sentTitle')}>
          <p>
            <Rich text={t('keyFiles.sent', { email: asked })} marks={STRONG} />
          </p>
          <p>{t('accounts:checkMail.nothing')}</p>
          <p>
            <Anchor component="button" type="button" onClick={() => setAsked(null)}>
              {t('keyFiles.again')}
            </Anchor>
          </p>
        </CheckYourMail>
      </PublicFrame>
    )
  return (
    <PublicFrame aside={<Aside />}>
      <PageHeader title={t('keyFiles.title')} below={t('keyFiles.intro')} />
      <KeyFilesForm onAsked={setAsked} />
    </PublicFrame>
  )
}

function Aside() {
  const { t } = useTranslation('shop')
  return (
    <Stack gap="sm">
      <strong>{t('keyFiles.asideTitle')}</strong>
      <span>{t('keyFiles.aside.zip')}</span>
      <span>{t('keyFiles.aside.offline')}</span>
      <span>
        <AnchorLink to="/sign-in" inherit>
          {t('keyFiles.aside.account')}
        </AnchorLink>
      </span>
    </Stack>
  )
}
