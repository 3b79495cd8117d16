import { auditRoute } from './audit'
import { catalogueRoute, systemsRoute } from './catalogue'
import {
  colleaguesRoute,
  enrolRoute,
  joinRoute,
  noticesRoute,
  profileRoute,
  resetPasswordRoute,
  securityRoute,
} from './account'
import { companiesRoute, companyRoute } from './companies'
import { licenseRoutes } from './licenses'
import { confirmAddressRoute, mailRoute } from './mail'
import { queueRoute } from './queue'
import { recoveryRoutes } from './recoveries'
import { requestRoute } from './request'
import { homeRoute, rootRoute, staffRoute } from './root'
import { signInRoute } from './sign-in'

export const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  enrolRoute,
  joinRoute,
  resetPasswordRoute,
  confirmAddressRoute,
  staffRoute.addChildren([
    profileRoute,
    securityRoute,
    noticesRoute,
    colleaguesRoute,
    queueRoute,
    requestRoute,
    companiesRoute,
    companyRoute,
    catalogueRoute,
    systemsRoute,
    mailRoute,
    auditRoute,
    ...licenseRoutes,
    ...recoveryRoutes,
  ]),
])
