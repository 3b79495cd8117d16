import { RouterProvider } from '@tanstack/react-router'
import { admit } from '@features/accounts/session/one-person'
import { createQueryClient } from '@shared/api/query-client'
import { startApp } from '@shared/ui/start-app'
import { createPortalRouter } from './router'

const queryClient = createQueryClient({
  signedOut: () => {
    queryClient.removeQueries({ queryKey: ['me'] })
    void router.invalidate()
  },
  signedIn: (accountId) => admit(queryClient, accountId),
  // What the person may has changed: the open page looks again, and says so (COM-2).
  forbidden: () => void queryClient.invalidateQueries({ queryKey: ['me'] }),
})
const router = createPortalRouter(queryClient)

void startApp({
  texts: ['common', 'accounts', 'licenses'],
  queryClient,
  app: <RouterProvider router={router} />,
})
