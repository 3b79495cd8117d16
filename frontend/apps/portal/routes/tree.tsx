import { accountRoute, noticesRoute, profileRoute, securityRoute } from './account'
import { companyRoute, dataRoute, deleteAccountRoute, deleteCompanyRoute } from './leaving'
import { licenseRoute, licensesRoute, reportCodeRoute, usageRoute } from './licenses'
import {
  activateRoute,
  confirmAddressRoute,
  forgotPasswordRoute,
  keepFactorRoute,
  lostFactorRoute,
  registerRoute,
  resetPasswordRoute,
  signInRoute,
  surveyRoute,
} from './public'
import { noCompanyRoute, objectRoute, recoverRoute, recoveryRoute } from './recovery'
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
  lostFactorRoute,
  keepFactorRoute,
  confirmAddressRoute,
  surveyRoute,
  invitationRoute,
  keyFilesRoute,
  trialRoute,
  partnersRoute,
  deleteAccountRoute,
  deleteCompanyRoute,
  recoverRoute,
  objectRoute,
  signedInRoute.addChildren([
    requestsRoute,
    newRequestRoute,
    requestRoute,
    licensesRoute,
    usageRoute,
    licenseRoute,
    reportCodeRoute,
    usersRoute,
    companyRoute,
    recoveryRoute,
    noCompanyRoute,
    accountRoute.addChildren([profileRoute, securityRoute, noticesRoute, dataRoute]),
  ]),
])
