import { licensesRoute } from './licenses'
import { signInRoute } from './public'
import { requestsRoute } from './requests'
import { homeRoute, rootRoute, signedInRoute } from './root'

export const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  signedInRoute.addChildren([requestsRoute, licensesRoute]),
])
