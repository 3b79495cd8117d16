import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { auditQuery } from '@features/console/audit/audit'
import { auditFiltersFrom } from '@features/console/audit/filters'
import { colleaguesQuery } from '@features/console/staff/colleagues'
import { addTexts } from '@shared/i18n/start'
import { staffRoute } from './root'

export const auditRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/audit',
  validateSearch: auditFiltersFrom,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { me, queryClient }, deps }) => {
    if (me.role === 'supervisor') void queryClient.prefetchInfiniteQuery(auditQuery(deps))
    await Promise.all([addTexts('audit'), queryClient.ensureQueryData(colleaguesQuery)])
  },
  component: lazyRouteComponent(() => import('../pages/AuditPage'), 'AuditPage'),
})
