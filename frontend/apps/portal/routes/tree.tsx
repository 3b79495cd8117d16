import { licensesRoute } from './licenses'
import {
  activateRoute,
  forgotPasswordRoute,
  registerRoute,
  resetPasswordRoute,
  signInRoute,
} from './public'
import { requestsRoute } from './requests'
import { homeRoute, rootRoute, signedInRoute } from './root'

export const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  registerRoute,
  activateRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  signedInRoute.addChildren([requestsRoute, licensesRoute]),
])
