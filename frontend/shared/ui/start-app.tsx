import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { type ReactNode, StrictMode, useEffect, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { ConfigProvider, configQuery } from '@shared/api/config'
import { currentLanguage } from '@shared/i18n/language'
import { startTexts } from '@shared/i18n/start'
import { showFavicon } from './favicon'
import { Problem } from './Problem'
import './theme/styles'
import { brandScale, FALLBACK_PRIMARY, FILLED_SHADE } from './theme/palette'
import { themeFor } from './theme/theme'
import { ThemeVariables } from './theme/ThemeVariables'

const schemes = localStorageColorSchemeManager({ key: 'kontor-scheme' })

interface AppParts {
  /** Names of the text files in locales/<language>/ that this app reads. */
  texts: readonly string[]
  queryClient: QueryClient
  app: ReactNode
}

/** Texts and the vendor's settings come first, both at once; then the app. */
export async function startApp({ texts, queryClient, app }: AppParts) {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  void queryClient.prefetchQuery(configQuery(currentLanguage()))
  await startTexts(texts)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Themed>{app}</Themed>
      </QueryClientProvider>
    </StrictMode>,
  )
}

function Themed({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('common')
  const config = useQuery({
    ...configQuery(i18n.language),
    placeholderData: (before) => before,
  })
  const primary = config.data?.vendor.colours.primary ?? FALLBACK_PRIMARY
  useFavicon(config.data?.vendor.name, primary)
  const showPassword = t('showPassword')
  const theme = useMemo(() => themeFor(primary, showPassword), [primary, showPassword])
  return (
    <MantineProvider
      theme={theme}
      withCssVariables={false}
      withGlobalClasses={false}
      defaultColorScheme="auto"
      colorSchemeManager={schemes}
    >
      <ThemeVariables />
      {config.data ? <ConfigProvider value={config.data}>{children}</ConfigProvider> : null}
      {config.isError && !config.data ? (
        <main style={{ maxWidth: '30rem', margin: '20vh auto', padding: '1rem' }}>
          <Problem error={config.error} retry={() => void config.refetch()} />
        </main>
      ) : null}
    </MantineProvider>
  )
}

function useFavicon(name: string | undefined, primary: string) {
  useEffect(() => {
    if (name) showFavicon(name, brandScale(primary)[FILLED_SHADE + 1] as string)
  }, [name, primary])
}
