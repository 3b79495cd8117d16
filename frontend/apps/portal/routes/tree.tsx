import { accountRoute, noticesRoute, securityRoute } from './account'
import { licenseRoute, licensesRoute } from './licenses'
import {
  activateRoute,
  forgotPasswordRoute,
  registerRoute,
  resetPasswordRoute,
  signInRoute,
  surveyRoute,
} from './public'
import { newRequestRoute, requestRoute, requestsRoute } from './requests'
import { invitationRoute, usersRoute } from './users'
import { keyFilesRoute, partnersRoute, trialRoute } from './shop'
import { homeRoute, rootRoute, signedInRoute } from './root'

export const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  registerRoute,
  activateRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  surveyRoute,
  invitationRoute,
  keyFilesRoute,
  trialRoute,
  partnersRoute,
  signedInRoute.addChildren([
    requestsRoute,
    newRequestRoute,
    requestRoute,
    licensesRoute,
    licenseRoute,
    usersRoute,
    accountRoute.addChildren([securityRoute, noticesRoute]),
  ]),
])
