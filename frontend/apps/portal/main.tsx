import { RouterProvider } from '@tanstack/react-router'
import { createQueryClient } from '@shared/api/query-client'
import { startApp } from '@shared/ui/start-app'
import { createPortalRouter } from './router'

const queryClient = createQueryClient(
  () => {
    queryClient.removeQueries({ queryKey: ['me'] })
    void router.invalidate()
  },
  // What the person may has changed: the open page looks again, and says so (COM-2).
  () => void queryClient.invalidateQueries({ queryKey: ['me'] }),
)
const router = createPortalRouter(queryClient)

void startApp({
  texts: ['common', 'accounts', 'licenses'],
  queryClient,
  app: <RouterProvider router={router} />,
})
