import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { companyQuery } from '@features/companies/company'
import { userFiltersFrom } from '@features/companies/users/filters'
import { userListQuery } from '@features/companies/users/users'
import { mayThey } from '@features/accounts/session/rights'
import { openInvitationsQuery } from '@features/invitations/invitations'
import { addTexts } from '@shared/i18n/start'
import { rootRoute, signedInRoute } from './root'

export const usersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/users',
  validateSearch: userFiltersFrom,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { me, queryClient } = context
    if (mayThey(me, 'manage_users')) void queryClient.prefetchInfiniteQuery(userListQuery(deps))
    if (mayThey(me, 'invite_users')) void queryClient.prefetchInfiniteQuery(openInvitationsQuery)
    if (me.company) void queryClient.prefetchQuery(companyQuery)
    await addTexts('users')
  },
  component: lazyRouteComponent(() => import('../pages/UsersPage'), 'UsersPage'),
})

/** Where the link of an invitation leads; no session is needed. */
export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  loader: () => addTexts('users'),
  component: lazyRouteComponent(() => import('../pages/InvitationPage'), 'InvitationPage'),
})
