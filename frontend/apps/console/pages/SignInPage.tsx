import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useLocation, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { staffDoor } from '@features/accounts/sign-in/doors'
import { SignIn } from '@features/accounts/sign-in/SignIn'
import { PublicFrame } from '@shared/ui/frame/PublicFrame'
import { Notice } from '@shared/ui/Notice'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useTranslation(['console', 'accounts'])
  const ended = useLocation({ select: ({ state }) => state.ended })
  const { return: back } = route.useSearch()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const enter = () => {
    // Somebody else may sign in here than before.
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'config' })
    // `to` adds the console's base path; the kept path was noted without it.
    void navigate({ to: back ?? '/' })
  }
  return (
    <PublicFrame app={t('app')}>
      <SignIn
        door={staffDoor}
        onSignedIn={enter}
        above={ended ? <Notice tone="info">{t('accounts:signIn.expired')}</Notice> : null}
      />
    </PublicFrame>
  )
}
