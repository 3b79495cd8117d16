import { RouterProvider } from '@tanstack/react-router'
import { createQueryClient } from '@shared/api/query-client'
import { startApp } from '@shared/ui/start-app'
import { createConsoleRouter } from './router'

const queryClient = createQueryClient(() => {
  queryClient.removeQueries({ queryKey: ['staff-me'] })
  void router.invalidate()
})
const router = createConsoleRouter(queryClient)

void startApp({
  texts: ['common', 'accounts', 'tickets', 'console'],
  queryClient,
  app: <RouterProvider router={router} />,
})
