import { Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useLocation, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { customersDoor } from '@features/accounts/sign-in/doors'
import { SignIn } from '@features/accounts/sign-in/SignIn'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { Notice } from '@shared/ui/Notice'
import { AnchorLink, ButtonLink } from '@shared/ui/links'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('accounts')
  const { return: back } = route.useSearch()
  const { email, note } = useLocation({ select: (location) => location.state })
  const queryClient = useQueryClient()
  const router = useRouter()
  const enter = () => {
    queryClient.removeQueries({ queryKey: ['me'] })
    router.history.push(back ?? '/requests')
  }
  return (
    <PublicFrame aside={<NewHere />}>
      <SignIn
        door={customersDoor}
        email={email}
        onSignedIn={enter}
        above={note ? <Notice tone="success">{t(`signIn.${note}`)}</Notice> : null}
        below={
          <p>
            <AnchorLink to="/forgot-password">{t('signIn.forgot')}</AnchorLink>
          </p>
        }
      />
    </PublicFrame>
  )
}

function NewHere() {
  const { t } = useTranslation('accounts')
  return (
    <Stack gap="sm" align="flex-start">
      <strong>{t('signIn.new')}</strong>
      <span>{t('signIn.newHint')}</span>
      <ButtonLink to="/register" variant="default">
        {t('signIn.register')}
      </ButtonLink>
      <span>{t('place.ownerLeft')}</span>
      <AnchorLink to="/recover">{t('place.recover')}</AnchorLink>
      <strong>{t('public.label')}</strong>
      <AnchorLink to="/key-files">{t('public.keyFiles')}</AnchorLink>
      <AnchorLink to="/trial">{t('public.trial')}</AnchorLink>
      <AnchorLink to="/partners">{t('public.partners')}</AnchorLink>
    </Stack>
  )
}
