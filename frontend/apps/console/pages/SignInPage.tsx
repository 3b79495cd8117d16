import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { staffDoor } from '@features/accounts/sign-in/doors'
import { SignIn } from '@features/accounts/sign-in/SignIn'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation('console')
  const { return: back } = route.useSearch()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const enter = () => {
    queryClient.removeQueries({ queryKey: ['staff-me'] })
    // `to` adds the console's base path; the kept path was noted without it.
    void navigate({ to: back ?? '/' })
  }
  return (
    <PublicFrame app={t('app')}>
      <SignIn door={staffDoor} onSignedIn={enter} />
    </PublicFrame>
  )
}
