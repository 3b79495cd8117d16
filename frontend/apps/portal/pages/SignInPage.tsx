import { Anchor } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { customersDoor } from '@features/accounts/sign-in/doors'
import { SignIn } from '@features/accounts/sign-in/SignIn'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('accounts')
  const { return: back } = route.useSearch()
  const queryClient = useQueryClient()
  const router = useRouter()
  const enter = () => {
    queryClient.removeQueries({ queryKey: ['me'] })
    router.history.push(back ?? '/requests')
  }
  return (
    <PublicFrame>
      <SignIn
        door={customersDoor}
        onSignedIn={enter}
        below={<Anchor href="/register">{t('signIn.register')}</Anchor>}
      />
    </PublicFrame>
  )
}
