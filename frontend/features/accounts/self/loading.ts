import type { QueryClient } from '@tanstack/react-query'
import { addTexts } from '@shared/i18n/start'
import { noticesQuery } from './notices/notices'
import { ownDataQuery } from './profile/own-data'
import { reachQuery } from './reach/reach'
import { factorsQuery, sessionsQuery } from './security/queries'
import { customersSelf } from './self-api'

/**
 * What the pages about one's own account read first. In a chunk of its own: routes are part of
 * every page, and few pages need this.
 */
export const loadOwn = {
  profile: (queries: QueryClient) =>
    Promise.all([
      addTexts('self'),
      addTexts('reach'),
      queries.ensureQueryData(ownDataQuery),
      queries.ensureQueryData(reachQuery(customersSelf)),
    ]),
  security: (queries: QueryClient) =>
    Promise.all([
      addTexts('self'),
      queries.ensureQueryData(factorsQuery(customersSelf)),
      queries.ensureQueryData(sessionsQuery(customersSelf)),
    ]),
  notices: (queries: QueryClient) =>
    Promise.all([addTexts('self'), queries.ensureQueryData(noticesQuery(customersSelf))]),
}
