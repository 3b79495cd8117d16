import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AnchorLink } from '@shared/ui/links'

export function RegisterAside() {
  const { t } = useTranslation('accounts')
  return (
    <Stack gap="sm">
      <strong>{t('register.asideTitle')}</strong>
      <span>{t('register.aside.code')}</span>
      <span>{t('register.aside.colleague')}</span>
      <span>{t('register.aside.next')}</span>
      <span>
        {t('register.haveAccount')}{' '}
        <AnchorLink to="/sign-in" inherit>
          {t('signIn.submit')}
        </AnchorLink>
      </span>
    </Stack>
  )
}
