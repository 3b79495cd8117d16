import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useConfig } from '@shared/api/config'
import { AnchorLink } from '@shared/ui/links'

export function RegisterAside() {
  const { t } = useTranslation('accounts')
  const { days } = useConfig()
  return (
    <Stack gap="sm">
      <strong>{t('register.asideTitle')}</strong>
      <span>{t('register.aside.code')}</span>
      <span>{t('register.aside.colleague')}</span>
      <span>{t('register.aside.next', { days: days.link })}</span>
      <span>
        {t('place.ownerLeft')}{' '}
        <AnchorLink to="/recover" inherit>
          {t('place.recover')}
        </AnchorLink>
      </span>
      <span>
        {t('register.haveAccount')}{' '}
        <AnchorLink to="/sign-in" inherit>
          {t('signIn.submit')}
        </AnchorLink>
      </span>
    </Stack>
  )
}
