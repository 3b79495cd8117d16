import { queryOptions } from '@tanstack/react-query'
import type { SelfApi } from '../self-api'

export const sessionsQuery = (self: SelfApi) =>
  queryOptions({ queryKey: ['own-sessions', self.side], queryFn: self.sessions })

export const factorsQuery = (self: SelfApi) =>
  queryOptions({ queryKey: ['own-factors', self.side], queryFn: self.factors })
