import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { answer, api } from './client'
import type { PortalConfig } from './types'

/** The vendor's own words in it follow the language, so each language has its own copy. */
export const configQuery = (language: string) =>
  queryOptions({
    queryKey: ['config', language],
    queryFn: () => answer(api.GET('/api/config')),
    staleTime: Infinity,
  })

const ConfigContext = createContext<PortalConfig | null>(null)
export const ConfigProvider = ConfigContext.Provider

export function useConfig(): PortalConfig {
  const config = useContext(ConfigContext)
  if (!config) throw new Error('useConfig needs the ConfigProvider that start-app sets up')
  return config
}
