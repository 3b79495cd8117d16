import { catalogueRoute, systemsRoute } from './catalogue'
import { companiesRoute, companyRoute } from './companies'
import { queueRoute } from './queue'
import { requestRoute } from './request'
import { homeRoute, rootRoute, staffRoute } from './root'
import { signInRoute } from './sign-in'

export const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  staffRoute.addChildren([
    queueRoute,
    requestRoute,
    companiesRoute,
    companyRoute,
    catalogueRoute,
    systemsRoute,
  ]),
])
