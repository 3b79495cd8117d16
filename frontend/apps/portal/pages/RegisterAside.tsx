import { Anchor, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

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
        <Anchor component={Link} to="/sign-in" inherit>
          {t('signIn.submit')}
        </Anchor>
      </span>
    </Stack>
  )
}
