import type { QueryClient } from '@tanstack/react-query'
import { addTexts } from '@shared/i18n/start'
import { noticesQuery } from './notices/notices'
import { ownDataQuery } from './profile/own-data'
import { reachQuery } from './reach/reach'
import { factorsQuery, sessionsQuery } from './security/queries'
import type { SelfApi } from './self-api'

/**
 * What the pages about one's own account read first. In a chunk of its own: routes are part of
 * every page, and few pages need this.
 */
export const loadOwn = {
  profile: (queries: QueryClient, self: SelfApi) =>
    Promise.all([
      addTexts('self', 'reach'),
      queries.ensureQueryData(ownDataQuery),
      queries.ensureQueryData(reachQuery(self)),
    ]),
  security: (queries: QueryClient, self: SelfApi) =>
    Promise.all([
      addTexts('self'),
      queries.ensureQueryData(factorsQuery(self)),
      queries.ensureQueryData(sessionsQuery(self)),
    ]),
  notices: (queries: QueryClient, self: SelfApi) =>
    Promise.all([addTexts('self', 'reach'), queries.ensureQueryData(noticesQuery(self))]),
}
