import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import { startTexts } from '@shared/i18n/start'
import { ConfigProvider } from '@shared/api/config'
import { createQueryClient } from '@shared/api/query-client'
import type { PortalConfig } from '@shared/api/types'

afterEach(cleanup)

export const CONFIG: PortalConfig = {
  vendor: {
    name: 'Wacht Software',
    logo_url: '',
    support_email: 'support@wacht.example',
    colours: { primary: '#1f5f5b' },
    website: 'https://wacht.example',
  },
  languages: ['de', 'en'],
  terms: { version: '1', url: '/terms' },
  privacy: { version: '1', url: '/privacy' },
  data_statement: { version: '1', text: 'Files may hold personal data.' },
  days: { link: 7, first_notice: 30, last_notice: 7, objection: 7 },
  limits: {
    files_per_message: 3,
    file_bytes: 4 * 1024 ** 3,
    application_bytes: 20 * 1024 ** 2,
    part_bytes: 16 * 1024 ** 2,
    parallel_parts: 4,
    text_chars: 20_000,
    subject_chars: 150,
  },
  categories: ['technical'],
  password: { min_length: 8, max_length: 256 },
}

/** Draws a part as both apps do: theme, texts (English), configuration, query cache. */
export async function renderPart(part: ReactNode) {
  if (!i18next.isInitialized)
    await startTexts(['common', 'accounts', 'licenses', 'tickets', 'console'])
  const queryClient = createQueryClient({ signedOut: () => undefined, signedIn: () => undefined })
  const drawn = render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <ConfigProvider value={CONFIG}>{part}</ConfigProvider>
      </MantineProvider>
    </QueryClientProvider>,
  )
  return { ...drawn, queryClient, user: userEvent.setup() }
}
