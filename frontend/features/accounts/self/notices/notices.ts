import { queryOptions } from '@tanstack/react-query'
import type { SelfApi } from '../self-api'

export const noticesQuery = (self: SelfApi) =>
  queryOptions({ queryKey: ['notices', self.side], queryFn: self.notices })
