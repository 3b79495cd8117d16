import { queryOptions } from '@tanstack/react-query'
import type { SelfApi } from '../self-api'

export const reachQuery = (self: SelfApi) =>
  queryOptions({ queryKey: [self.side, 'reach'], queryFn: self.reach, staleTime: 5 * 60_000 })
