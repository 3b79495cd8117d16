import { RouterProvider } from '@tanstack/react-router'
import { admit } from '@features/accounts/session/one-person'
import { createQueryClient } from '@shared/api/query-client'
import { startApp } from '@shared/ui/start-app'
import { createConsoleRouter } from './router'

const queryClient = createQueryClient({
  signedOut: () => {
    queryClient.removeQueries({ queryKey: ['staff-me'] })
    const { href, pathname } = router.state.location
    // Several calls may find out at once; the first one leads away.
    if (pathname === '/sign-in') return
    const search = { return: href }
    void router.navigate({ to: '/sign-in', search, state: { ended: true }, replace: true })
  },
  signedIn: (accountId) => admit(queryClient, accountId),
})
const router = createConsoleRouter(queryClient)

void startApp({
  texts: ['common', 'accounts', 'console'],
  queryClient,
  app: <RouterProvider router={router} />,
})
